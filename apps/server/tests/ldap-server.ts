import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "ldapts";
import { freePort } from "@veche/test-world/ports";

const program = "/usr/sbin/slapd";
/** Debian's OpenLDAP, for `needsProgram`. */
export const slapd = { name: "slapd", isThere: existsSync(program) } as const;

export const suffix = "dc=company,dc=test";
export const manager = {
  dn: `cn=manager,${suffix}`,
  password: "of the manager",
};

export interface LdapServer extends AsyncDisposable {
  readonly url: string;
  /** Adds somebody with this password to the groups named. */
  add(
    login: string,
    person: {
      readonly name: string;
      readonly password: string;
      readonly groups?: readonly string[];
    },
  ): Promise<void>;
  rename(login: string, to: string): Promise<void>;
  remove(login: string): Promise<void>;
}

const settings = (folder: string): string =>
  [
    ...["core", "cosine", "inetorgperson"].map(
      (name) => `include /etc/ldap/schema/${name}.schema`,
    ),
    "modulepath /usr/lib/ldap",
    ...["back_mdb", "memberof"].map((name) => `moduleload ${name}`),
    `pidfile ${folder}/pid`,
    "database mdb",
    `suffix "${suffix}"`,
    `rootdn "${manager.dn}"`,
    `rootpw "${manager.password}"`,
    `directory ${folder}/db`,
    "overlay memberof",
    "",
  ].join("\n");

async function opened(url: string): Promise<Client> {
  const client = new Client({ url, connectTimeout: 1_000 });
  // A program that has just begun does not listen yet; each try waits for the system's answer.
  for (let left = 500; ; left -= 1)
    try {
      await client.bind(manager.dn, manager.password);
      return client;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
}

const dnOf = (login: string): string => `uid=${login},ou=people,${suffix}`;
const groupOf = (name: string): string => `cn=${name},ou=groups,${suffix}`;

/** A real directory on this machine, in a folder of its own. */
export async function startLdapServer(): Promise<LdapServer> {
  const folder = mkdtempSync(join(tmpdir(), "veche-slapd-"));
  mkdirSync(join(folder, "db"));
  writeFileSync(join(folder, "slapd.conf"), settings(folder));
  const url = `ldap://127.0.0.1:${await freePort()}`;
  const child = spawn(
    program,
    ["-f", join(folder, "slapd.conf"), "-h", url, "-d", "0"],
    { stdio: "ignore" },
  );
  const ended = once(child, "exit");
  const client = await opened(url);
  await client.add(suffix, {
    objectClass: ["dcObject", "organization"],
    ...{ dc: "company", o: "Company" },
  });
  for (const ou of ["people", "groups"])
    await client.add(`ou=${ou},${suffix}`, {
      objectClass: "organizationalUnit",
      ou,
    });
  return {
    url,
    async add(login, { name, password, groups = [] }) {
      await client.add(dnOf(login), {
        objectClass: "inetOrgPerson",
        ...{ uid: login, cn: name, sn: name, userPassword: password },
        mail: `${login}@company.test`,
      });
      for (const group of groups)
        await client.add(groupOf(group), {
          objectClass: "groupOfNames",
          ...{ cn: group, member: dnOf(login) },
        });
    },
    rename: (login, to) => client.modifyDN(dnOf(login), `uid=${to}`),
    remove: (login) => client.del(dnOf(login)),
    async [Symbol.asyncDispose]() {
      await client.unbind();
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
