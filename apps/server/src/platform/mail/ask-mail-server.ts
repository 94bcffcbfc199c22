import { createTransport } from "nodemailer";

const answerLimitMs = 5_000;

/** Whether a mail server lets us in; it is sent nothing. */
export async function askMailServer(
  url: string,
): Promise<"lets_in" | "refuses" | "is_silent"> {
  const transport = createTransport({
    url,
    connectionTimeout: answerLimitMs,
    greetingTimeout: answerLimitMs,
    socketTimeout: answerLimitMs,
  });
  try {
    await transport.verify();
    return "lets_in";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "EAUTH" ? "refuses" : "is_silent";
  } finally {
    transport.close();
  }
}
