import { prepareFolder } from "@veche/test-world";

let prepared: AsyncDisposable | undefined;

/** The worlds of a run start from one folder that was made once. */
export async function setup(): Promise<void> {
  prepared = await prepareFolder();
}

export async function teardown(): Promise<void> {
  await prepared?.[Symbol.asyncDispose]();
}
