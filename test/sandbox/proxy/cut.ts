/**
 * How a handler asks for its connection to be dropped. A fetch handler can only return a Response, so the wish travels as
 * a header that the proxy understands and never sends on.
 */
export const CUT_HEADER = 'x-sandbox-cut';

/** A response that reaches nobody: the proxy drops the connection of the request instead of answering. */
export const cutResponse = (): Response =>
  new Response(null, { status: 503, headers: { [CUT_HEADER]: '1' } });

/** Whether the handler asked for the connection to be dropped. */
export const isCut = (response: Response): boolean => response.headers.has(CUT_HEADER);

/**
 * The bytes sent before the connection is dropped. Chromium and Firefox silently send a request again, a POST too, when a
 * kept-alive connection closes before the first byte of an answer. A truncated status line makes them report the failure
 * instead, so that a test sees what the extension does and not what the browser does.
 */
export const TRUNCATED_ANSWER = 'HTTP/1.1 ';
