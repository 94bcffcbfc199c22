import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { RequestId, UserId } from "@veche/contracts";
import type { Principal } from "../../platform/principal.ts";
import { defaultQueueId } from "./powers.ts";
import { createRandom } from "./domain/simulation/random.ts";
import {
  allOn,
  newClientId,
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  accept,
  ask,
  offerTo,
  refusal,
  ring,
  serve,
} from "../../../tests/service-scenes.ts";

const restart = async (world: ServiceWorld): Promise<void> => {
  await world.kill();
  await world.start();
};

describe("after a kill -9", () => {
  it("a waiting request has its place, and rings when operators are back", async () => {
    await using world = await openService();
    const customer = await world.visitor("Carl");
    await ask(customer);
    await restart(world);
    const back = await world.open(customer.principal);
    expect(back.last("my_request.changed")?.request).toMatchObject({
      state: "waiting",
      position: 1,
    });
    const operator = await world.available("Olga");
    expect(ring(operator)?.request.customer.name).toBe("Carl");
  });

  it("a ring goes on at the operator who is back, and can be accepted once", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    await ask(customer);
    await world.settle();
    const { id: offerId } = offerTo(operator);
    await restart(world);
    const [desk] = [
      await world.open(operator.principal),
      await world.open(customer.principal),
    ];
    await world.settle();
    expect(desk.last("desk.snapshot")?.desk).toMatchObject({
      status: { state: "ringing" },
      offer: { id: offerId },
    });
    const { request } = await desk.send("offer.accept", {
      offerId,
      joinId: newJoinId(),
      media: allOn,
    });
    expect(request.state).toBe("active");
  });

  it("a ring whose time passed while the server was down goes to the next operator", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    await ask(await world.visitor("Carl"), "chat");
    await world.settle();
    await world.kill();
    world.clock.advance(30_000);
    await world.start();
    await world.open(first.principal);
    const desk = await world.open(second.principal);
    await world.settle();
    expect(ring(desk)?.request.customer.name).toBe("Carl");
  });

  it("operators who do not come back within the grace are offline, and their ring is withdrawn", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"), "chat");
    await world.settle();
    await restart(world);
    await world.pass(15_000);
    const desk = await world.open(operator.principal);
    expect(desk.last("desk.snapshot")?.desk).toMatchObject({
      status: { state: "offline" },
      offer: null,
      board: { waitingCount: 1 },
    });
  });

  it("a call goes on: both come back to their seats by the same joinId, and it stays one call", async () => {
    await using world = await openService();
    const { operator, customer, accepted } = await serve(world);
    const callId = accepted.seat?.call.id as never;
    const joinIds = {
      operator: accepted.seat?.call.participants[1]?.joinId as never,
      customer: newJoinId(),
    };
    const sit = (window: Window, joinId: never) =>
      window.send("call.join", {
        callId,
        joinId,
        mediaState: nothingOn,
        takeOver: false,
      });
    await sit(customer, joinIds.customer as never);
    for (const [window, joinId] of [
      [operator, joinIds.operator],
      [customer, joinIds.customer],
    ] as const) {
      await window.send("call.set_connection", {
        callId,
        joinId,
        state: "live",
      });
    }
    await restart(world);
    const back = await world.open(customer.principal, customer.deviceId);
    expect(
      back.last("call.changed")?.call.participants.map((one) => one.state),
    ).toEqual(["reconnecting", "reconnecting"]);
    await world.pass(30_000);
    await sit(back, joinIds.customer as never);
    const desk = await world.open(operator.principal, operator.deviceId);
    const { call } = await sit(desk, joinIds.operator);
    await world.pass(300_000);
    expect(call.participants.map((one) => [one.state, one.joinId])).toEqual([
      ["live", joinIds.customer],
      ["live", joinIds.operator],
    ]);
    expect(back.last("my_request.changed")?.request.state).toBe("active");
  });

  it("a server that was down for ten minutes takes nobody's seat, place or state", async () => {
    await using world = await openService();
    const { operator, customer } = await serve(world);
    const waiting = await world.visitor("Dora");
    await ask(waiting);
    const idle = await world.open(world.operator("Oleg"));
    await idle.send("operator.set_state", {
      state: "break",
      breakReason: "lunch",
    });
    for (const window of [operator, customer, waiting, idle]) window.close();
    await world.settle();
    await world.kill();
    world.clock.advance(600_000);
    await world.start();
    await world.pass(5_000);
    const back = await world.open(customer.principal);
    expect(back.last("call.changed")?.call.state).toBe("active");
    expect(back.last("my_request.changed")?.request.state).toBe("active");
    const again = await world.open(waiting.principal);
    expect(again.last("my_request.changed")?.request.state).toBe("waiting");
    const desk = await world.open(idle.principal);
    expect(desk.last("desk.snapshot")?.desk.status.state).toBe("break");
  });

  it("a call nobody comes back to ends, and its session with it", async () => {
    await using world = await openService();
    const { operator, customer } = await serve(world);
    await restart(world);
    await world.open(customer.principal);
    await world.pass(120_000);
    const desk = await world.open(operator.principal);
    expect(desk.last("desk.snapshot")?.desk).toMatchObject({
      status: { state: "offline" },
      active: [],
    });
  });

  it("a session whose call ended just before is found and ended", async () => {
    await using world = await openService();
    const { customer, accepted } = await serve(world);
    const callId = accepted.seat?.call.id as never;
    const ending = customer.send("call.end", { callId });
    await ending;
    // Dies after the commit of the call's end, before the session's.
    await restart(world);
    const back = await world.open(customer.principal);
    await world.settle();
    expect(back.last("my_request.changed")?.request).toMatchObject({
      state: "ended",
      endReason: "completed",
    });
  });
});

/** What must be true in the tables whatever happened (design §7). */
async function faults({ test }: ServiceWorld): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select 'two offers' as fault, operator_id::text as who from offers where outcome is null
      group by operator_id having count(*) > 1
    union all select 'two sessions', operator_id::text from requests where state <> 'ended'
      and operator_id is not null group by operator_id having count(*) > 1
    union all select 'state without work', o.user_id::text from operators o where
      (o.state = 'ringing') <> exists (select 1 from offers f where f.operator_id = o.user_id and f.outcome is null)
      or (o.state = 'in_call') <> exists (select 1 from requests r where r.operator_id = o.user_id and r.state <> 'ended')
    union all select 'wrap-up of a session that goes on', o.user_id::text from operators o
      join requests r on r.id = o.wrap_up_request_id where r.state <> 'ended' or r.operator_id <> o.user_id
    union all select 'offered without offer', r.id::text from requests r where
      (r.state = 'offered') <> exists (select 1 from offers f where f.request_id = r.id and f.outcome is null)
    union all select 'transfer without session', t.id::text from transfers t join requests r on r.id = t.request_id
      where (t.closed_at is null) <> (r.transfer_id is not distinct from t.id and r.state in ('waiting', 'offered'))
    union all select 'needless wait', r.id::text from requests r, operators o where r.state = 'waiting'
      and o.state = 'available' and o.disconnected_at is null
      and not exists (select 1 from offer_exclusions x where x.request_id = r.id and x.operator_id = o.user_id)
    union all select 'call without end', c.id::text from calls c join requests r on r.call_id = c.id
      where (c.state = 'ended') <> (r.state = 'ended')
    union all select 'ends of one request', payload ->> 'requestId' from outbox where type = 'request.ended'
      group by payload ->> 'requestId' having count(*) > 1
  `.execute(test.database.db);
  return rows;
}

/** To a colleague who may be free, or else to the queue. */
const handOver = async (
  operator: Window,
  requestId: RequestId,
  next: Window,
): Promise<unknown> => {
  // A window of the staff is a user's.
  const operatorId = next.principal.id as UserId;
  const toColleague = await refusal(
    operator.send("request.transfer", {
      requestId,
      to: { operatorId },
      note: null,
    }),
  );
  return toColleague === "contact_centre.operator_unavailable"
    ? operator.send("request.transfer", {
        requestId,
        to: { queueId: defaultQueueId },
        note: null,
      })
    : toColleague;
};

describe("a random hour on the real database, killed again and again", () => {
  it.each([1, 2, 3])(
    "seed %i: nothing is lost, doubled or stranded",
    async (seed) => {
      await using world = await openService({ wrapUpMs: 10_000 });
      const random = createRandom(seed);
      const pick = <One>(list: readonly One[]): One =>
        list[Math.floor(random.fraction() * list.length)]!;
      const staff = ["A", "B", "C"].map((name) => world.operator(name));
      const people = await Promise.all(
        ["K", "L", "M", "N", "O", "P"].map((name) => world.customer(name)),
      );
      const windows = new Map<Principal, Promise<Window>>();
      const present = (who: Principal): Promise<Window> => {
        const window = windows.get(who) ?? world.open(who);
        windows.set(who, window);
        return window;
      };
      const act = async (): Promise<unknown> => {
        const operator = await present(pick(staff));
        const customer = await present(pick(people));
        const requestId = customer.last("my_request.changed")?.request.id;
        const fraction = random.fraction();
        if (fraction < 0.2)
          return ask(customer, pick(["chat", "video"] as const), newClientId());
        if (fraction < 0.45)
          return operator.send("operator.set_state", {
            state: "available",
            breakReason: null,
          });
        if (fraction < 0.7) return accept(operator);
        if (fraction < 0.78)
          return operator.send("offer.decline", {
            offerId: offerTo(operator).id,
          });
        if (fraction < 0.83)
          return operator.send("operator.set_state", {
            state: "break",
            breakReason: null,
          });
        const session = operator.last("request.changed")?.request;
        if (fraction < 0.88 && session !== undefined)
          return handOver(operator, session.id, await present(pick(staff)));
        if (fraction < 0.9 && session !== undefined)
          return operator.send("request.leave", { requestId: session.id });
        if (fraction < 0.93 && requestId)
          return customer.send("request.cancel", { requestId });
        const leaver = pick([operator, customer]);
        windows.delete(leaver.principal);
        leaver.close();
        return undefined;
      };
      for (let step = 0; step < 60; step += 1) {
        const acts = Array.from(
          { length: 1 + Math.floor(random.fraction() * 3) },
          () => refusal(act()),
        );
        if (random.chance(0.12)) {
          await new Promise(setImmediate);
          await world.kill();
          await Promise.all(acts);
          windows.clear();
          await world.start();
        } else {
          await Promise.all(acts);
        }
        if (random.chance(0.3)) await world.pass(random.between(1_000, 25_000));
        await world.settle();
        expect({ step, faults: await faults(world) }).toEqual({
          step,
          faults: [],
        });
      }
      for (const window of windows.values()) (await window).close();
      await world.pass(200_000);
      const { rows } =
        await sql`select state, count(*)::integer as count from requests group by state`.execute(
          world.test.database.db,
        );
      expect(rows).toEqual([
        { state: "ended", count: expect.any(Number) as number },
      ]);
    },
  );
});
