import { sql, type Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await createQueues(db);
  await createOperators(db);
  await createRequests(db);
  await indexRequests(db);
  await createOffers(db);
  await createOfferExclusions(db);
}

async function createQueues(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE queues (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  // Everybody's queue until there are more; the code knows it by this id.
  await sql`INSERT INTO queues (id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'default')`.execute(
    db,
  );
}

async function createOperators(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE operators (
      user_id uuid PRIMARY KEY,
      name text NOT NULL,
      state text NOT NULL CHECK (
        state IN ('offline', 'available', 'ringing', 'in_call', 'wrap_up', 'break', 'not_responding')),
      requested_state text NOT NULL CHECK (requested_state IN ('available', 'break', 'offline')),
      break_reason text,
      since timestamptz NOT NULL,
      idle_since timestamptz NOT NULL,
      missed_count integer NOT NULL DEFAULT 0,
      disconnected_at timestamptz
    ) WITH (fillfactor = 50)`.execute(db);
  await sql`
    CREATE INDEX operators_free ON operators (idle_since, user_id)
    WHERE state = 'available' AND disconnected_at IS NULL`.execute(db);
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE requests (
      id uuid PRIMARY KEY,
      conversation_id uuid NOT NULL,
      queue_id uuid NOT NULL REFERENCES queues (id),
      customer_id uuid NOT NULL,
      customer_name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('chat', 'audio', 'video')),
      origin text NOT NULL CHECK (origin IN ('customer', 'operator')),
      state text NOT NULL CHECK (state IN ('waiting', 'offered', 'active', 'ended')),
      author_id uuid NOT NULL,
      client_id uuid NOT NULL,
      operator_id uuid,
      operator_name text,
      call_id uuid,
      page_url text,
      page_title text,
      created_at timestamptz NOT NULL,
      accepted_at timestamptz,
      ended_at timestamptz,
      end_reason text,
      customer_gone_at timestamptz,
      UNIQUE (author_id, client_id),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK ((state = 'ended') = (end_reason IS NOT NULL)),
      CHECK (state <> 'active' OR operator_id IS NOT NULL),
      CHECK (state NOT IN ('waiting', 'offered') OR operator_id IS NULL)
    ) WITH (fillfactor = 70)`.execute(db);
}

async function indexRequests(db: Kysely<unknown>): Promise<void> {
  // Backstops: a customer asks once at a time, an operator serves one at a time, whoever races.
  await sql`CREATE UNIQUE INDEX requests_of_customer_open ON requests (customer_id) WHERE state <> 'ended'`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX requests_of_operator_active ON requests (operator_id) WHERE state = 'active'`.execute(
    db,
  );
  await sql`CREATE INDEX requests_waiting ON requests (created_at, id) WHERE state = 'waiting'`.execute(
    db,
  );
  await sql`CREATE INDEX requests_queued ON requests (created_at, id) WHERE state IN ('waiting', 'offered')`.execute(
    db,
  );
  await sql`
    CREATE INDEX requests_customer_gone ON requests (customer_gone_at)
    WHERE customer_gone_at IS NOT NULL AND state IN ('waiting', 'offered')`.execute(
    db,
  );
  await sql`CREATE INDEX requests_history ON requests (created_at DESC) WHERE state = 'ended'`.execute(
    db,
  );
  await sql`CREATE INDEX requests_history_of_operator ON requests (operator_id, created_at DESC)`.execute(
    db,
  );
  await sql`CREATE INDEX requests_of_customer ON requests (customer_id, created_at DESC)`.execute(
    db,
  );
  await sql`CREATE INDEX requests_of_conversation ON requests (conversation_id, operator_id)`.execute(
    db,
  );
}

async function createOffers(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE offers (
      id uuid PRIMARY KEY,
      request_id uuid NOT NULL REFERENCES requests (id),
      operator_id uuid NOT NULL REFERENCES operators (user_id),
      operator_name text NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      closed_at timestamptz,
      outcome text CHECK (outcome IN ('accepted', 'declined', 'timed_out', 'withdrawn')),
      candidate_count integer NOT NULL CHECK (candidate_count >= 1),
      idle_ms bigint NOT NULL CHECK (idle_ms >= 0),
      join_id uuid,
      CHECK ((outcome IS NULL) = (closed_at IS NULL))
    ) WITH (fillfactor = 70)`.execute(db);
  // Backstops: nobody is rung twice at once, and no request rings two operators.
  await sql`CREATE UNIQUE INDEX offers_of_operator_open ON offers (operator_id) WHERE outcome IS NULL`.execute(
    db,
  );
  await sql`CREATE UNIQUE INDEX offers_of_request_open ON offers (request_id) WHERE outcome IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX offers_by_end ON offers (expires_at) WHERE outcome IS NULL`.execute(
    db,
  );
  await sql`CREATE INDEX offers_of_request ON offers (request_id, created_at)`.execute(
    db,
  );
}

async function createOfferExclusions(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE offer_exclusions (
      request_id uuid NOT NULL REFERENCES requests (id),
      operator_id uuid NOT NULL REFERENCES operators (user_id),
      until timestamptz NOT NULL,
      PRIMARY KEY (request_id, operator_id)
    )`.execute(db);
  await sql`CREATE INDEX offer_exclusions_by_end ON offer_exclusions (until)`.execute(
    db,
  );
}
