export const securityEn = {
  "rail.security": "Security check",
  "security.title": "Security of the installation",
  "security.lead":
    "What the server knows of its own settings, files and accounts. It does not look at the machine's firewall or at other programs.",
  "security.again": "Check again",
  "security.checkedAt": "Checked {at}",
  "security.problem": "Problems",
  "security.warning": "Warnings",
  "security.unknown": "Can't be told from here",
  "security.ok": {
    by: "count",
    one: "{count} check without remarks",
    other: "{count} checks without remarks",
  },
  "security.allGood": "Nothing was found",
  "security.allGoodAdvice": "Every check passed. Look again after each change.",
  "security.setting": "Setting of the server; takes effect with the next start",
  "security.command": "Command on the server's machine",
  "security.toUsers": "To the users",
  "security.toSignIn": "To the sign-in rules",
  "security.toLineCheck": "To the line check",
  "security.backupAt": "Last backup: {date}, {time}",
  "security.validTo": "Good until {date}",
  "security.withoutFactor": "Without a second factor: {count} of {total}",
  "security.entries": "Entries: {count}",
  "security.firstBad": "First entry that was touched: {count}",

  "security.id.mode": "Production mode",
  "security.id.demo": "Demo company",
  "security.id.first_password": "First administrator's password",
  "security.id.address": "Encryption (TLS)",
  "security.id.proxy": "Reverse proxy",
  "security.id.port": "Port of the server",
  "security.id.secret_files": "Files with secrets",
  "security.id.database": "Way to the database",
  "security.id.relay": "TURN relay",
  "security.id.relay_tls": "TLS of the TURN relay",
  "security.id.inner_network": "Inner network",
  "security.id.rate_limits": "Limits of rate",
  "security.id.second_factor": "Second factor of administrators",
  "security.id.audit_trail": "Audit trail",
  "security.id.backup": "Backups",

  "security.mode.production":
    "The server runs in production mode: it refuses to start with demo data, a weak key or an address without https.",
  "security.mode.local":
    "The server runs in development mode on this machine. Switch to production mode before others use it.",
  "security.mode.exposed":
    "The server runs in development mode at an address that others can open. Production mode refuses unsafe settings.",
  "security.demo.none": "There is no demo company.",
  "security.demo.on":
    "Demo data are on: the demo shop and its sign-in are open to everybody.",
  "security.demo.passwords":
    "These accounts can be entered with the demo passwords, which everybody knows. Change the passwords or disable the accounts.",
  "security.first_password.none":
    "There is no file with the first administrator's password.",
  "security.first_password.kept":
    "The first administrator's password still stands in a file. Change the password in the profile, then delete the file.",
  "security.address.https": "People open the server by https.",
  "security.address.local":
    "The address is of this machine, without https. For other people's browsers to give camera and microphone, https is needed.",
  "security.address.plain":
    "Passwords and messages cross the network unencrypted. Put a reverse proxy with a certificate in front of the server and name the https address.",
  "security.proxy.none": "No reverse proxy is expected.",
  "security.proxy.known":
    "The reverse proxy's headers are believed: the trail and the limits see people's own addresses.",
  "security.proxy.unknown":
    "This request came without TLS. If it came through your reverse proxy, the server does not know it: the audit trail and the limits see the proxy's address instead of people's own.",
  "security.proxy.everybody":
    "The server believes anybody who says from which address they come. Name the addresses of your reverse proxies only.",
  "security.port.closed":
    "The port without TLS does not listen to the open network.",
  "security.port.open":
    "The port without TLS listens on every address, past the reverse proxy. If the proxy is on the same machine, listen for it alone; otherwise close the port in the firewall.",
  "security.secret_files.closed":
    "Other accounts of the machine can't read the server's secrets.",
  "security.secret_files.open":
    "Every account of the machine can read these files with secrets.",
  "security.database.inside": "The database is on the same machine.",
  "security.database.encrypted":
    "The connection to the database is encrypted, and its certificate is checked.",
  "security.database.unverified":
    "The connection to the database is encrypted, but its certificate is not checked: somebody in the network can pose as the database.",
  "security.database.plain":
    "The password and all data go to the database unencrypted.",
  "security.relay.up":
    "The relay works; it has a password of its own for each person, good for ten minutes.",
  "security.relay.down":
    "The relay should run and does not. People behind strict networks can't call.",
  "security.relay.off":
    "There is no relay: people behind strict networks can't call. Calls also show each side the other's network address.",
  "security.relay.external":
    "The relay is your own coturn, which the server does not ask. Try it with the line check.",
  "security.relay.weak_secret":
    "TURN_SECRET is shorter than 16 characters and can be guessed: strangers would use your relay. Make a new one and set it as TURN_SECRET here and as static-auth-secret in coturn.",
  "security.relay_tls.good": "The relay speaks TLS with a good certificate.",
  "security.relay_tls.ending":
    "The relay's certificate ends within two weeks. Was its renewal set up?",
  "security.relay_tls.broken":
    "The relay's certificate can't be used: it has expired, can't be read or does not fit its key. The relay goes without TLS or with the one before.",
  "security.relay_tls.none":
    "The relay speaks no TLS: calls don't pass networks that let nothing else out.",
  "security.inner_network.closed":
    "The server asks no inner addresses for others.",
  "security.inner_network.open":
    "The server may ask these inner addresses. Keep only those that are needed.",
  "security.rate_limits.usual": "The limits are as they should be.",
  "security.rate_limits.widened":
    "The limits are widened, those on guessing too. That is meant for load tests only.",
  "security.second_factor.required":
    "The rules ask administrators for a second factor. Who has none yet sets it up at the next sign-in.",
  "security.second_factor.all": "All administrators have a second factor.",
  "security.second_factor.missing":
    "A stolen password is enough to administer the server. Require a second factor of administrators.",
  "security.audit_trail.intact": "The audit trail is as it was written.",
  "security.audit_trail.touched":
    "The audit trail was changed outside the server. Find out who had access to the database.",
  "security.backup.fresh": "The last backup is not older than a week.",
  "security.backup.old":
    "The last backup known to the server is older than a week. Have the command run every night by cron.",
  "security.backup.none":
    "The server knows of no backup by its own command. If you make backups in another way, check that they can be restored.",
} as const;
