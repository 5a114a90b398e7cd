import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;

/** A key and a certificate in PEM form. */
export type Certificate = { key: string; cert: string };

/**
 * A self-signed certificate for the given hosts, made anew at each start and kept in memory: nothing is installed in the
 * system, so browsers have to be told to accept it. It is valid from yesterday, because a browser's clock may be set.
 */
export const createCertificate = async (hosts: readonly string[]): Promise<Certificate> => {
  const pems = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - DAY_MS),
    notAfterDate: new Date(Date.now() + 30 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  return { key: pems.private, cert: pems.cert };
};
