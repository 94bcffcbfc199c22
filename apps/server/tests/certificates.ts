/** Made for these tests alone; good for a hundred years. */
export interface TestCertificate {
  readonly name: string;
  readonly certificate: string;
  readonly key: string;
}

export const relayCertificate: TestCertificate = {
  name: "turn.test",
  certificate: `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUHg2TlV7SbfHrGucRcDgUx2FrjM8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJdHVybi50ZXN0MCAXDTI2MTEyMTE4MjQxMFoYDzIxMjYxMDI4
MTgyNDEwWjAUMRIwEAYDVQQDDAl0dXJuLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASN1sw5XGK0MRbHoN04tpA2C9xn/gaTjUVHrzs/SZY0grNBCaexkWz0
dHmIOYVvbcA647ZAORXdh8qptmL9sWo6o2kwZzAdBgNVHQ4EFgQUUbihE90A1Om2
zKnSSypjCzmAcxMwHwYDVR0jBBgwFoAUUbihE90A1Om2zKnSSypjCzmAcxMwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALggl0dXJuLnRlc3QwCgYIKoZIzj0EAwID
SAAwRQIgGw/kbhNR1qlyj16q8UnXcXmjlnSGSCrLvt/A9wwKbTECIQCNLAU4AZ3i
k1ituCbKogIv1jIArp2wKlRa5ueNsPbmpA==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJuyvROGxak+j/eKC
3fAn57GUpykaeofCrLB0HtEZ0zChRANCAASN1sw5XGK0MRbHoN04tpA2C9xn/gaT
jUVHrzs/SZY0grNBCaexkWz0dHmIOYVvbcA647ZAORXdh8qptmL9sWo6
-----END PRIVATE KEY-----
`,
};

export const renewedCertificate: TestCertificate = {
  name: "renewed.turn.test",
  certificate: `-----BEGIN CERTIFICATE-----
MIIBrjCCAVOgAwIBAgIUVzdklodAwvDwRhSStxK3amSGPK4wCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRcmVuZXdlZC50dXJuLnRlc3QwIBcNMjYxMTIxMTgyNDEwWhgP
MjEyNjEwMjgxODI0MTBaMBwxGjAYBgNVBAMMEXJlbmV3ZWQudHVybi50ZXN0MFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEllB8Et1UpfhQBrPRgobcCPKE/LsRNCLo
adF2aoID6hgUNBdV/SzgQRdDsRlkoMC6rsekKpGbKWOU31pmYIK0yaNxMG8wHQYD
VR0OBBYEFNIjGrDMrpGvV7boitdkpVYN32VuMB8GA1UdIwQYMBaAFNIjGrDMrpGv
V7boitdkpVYN32VuMA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRcmVuZXdl
ZC50dXJuLnRlc3QwCgYIKoZIzj0EAwIDSQAwRgIhAOiZbX6Tt55bPCjEHoNSw+1s
WaNymSddEoIbp7JP24xKAiEAhQrytIo1Z5W95qXB/6zruXzZ4LbnmBRDmmEbaNhZ
bxs=
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggjXgO57RwitEi8Io
K3PM9rSTtRz+f2KqFikyruFfjlyhRANCAASWUHwS3VSl+FAGs9GChtwI8oT8uxE0
Iuhp0XZqggPqGBQ0F1X9LOBBF0OxGWSgwLqux6QqkZspY5TfWmZggrTJ
-----END PRIVATE KEY-----
`,
};
