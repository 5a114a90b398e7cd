import { createHash } from 'node:crypto';

/**
 * Gives a successful answer to a read its ETag and turns it into 304 when the request names that tag. Tags differ by
 * sender and media type, as GitHub's do, and are compared with their quotes (GitHub's advice on conditional requests).
 */
export const withEntityTag = (
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Headers,
): Response => {
  const tag = `W/"${createHash('sha256')
    .update(request.headers.get('authorization') ?? '')
    .update(headers.get('content-type') ?? '')
    .update(body)
    .digest('hex')}"`;
  headers.set('etag', tag);
  const weak = (text: string): string => text.trim().replace(/^W\//, '');
  const named = (request.headers.get('if-none-match') ?? '').split(',').map(weak);
  if (!named.includes(weak(tag))) return new Response(body, { headers });
  headers.delete('content-type');
  return new Response(null, { status: 304, headers });
};
