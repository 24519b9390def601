import { ApiError, readError } from './api-error';
import { chosenWorkspace, csrf, hasSession, sessionEnded } from './session-state';

/** Where the browser goes to sign in; it comes back to where it was. */
export function signInAddress(): string {
  const here = window.location.pathname + window.location.search + window.location.hash;
  return `/login?next=${encodeURIComponent(here)}`;
}

/**
 * Sends a request of the signed-in user.
 *
 * @throws ApiError for everything but success; a missing session leads to the sign-in page instead, an expired one to a dialog
 */
export async function send<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  const response = await request(method, path, {
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    signal,
  });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** The same, for bodies that are no JSON. */
export async function request(
  method: string,
  path: string,
  options: { body?: BodyInit; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (method !== 'GET' && method !== 'HEAD') {
    headers['X-Tarn-Csrf'] = csrf();
  }
  const workspace = chosenWorkspace();
  if (workspace) {
    headers['X-Databricks-Workspace-Id'] = workspace;
  }
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: options.body,
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError(0, 'UNREACHABLE', 'The server does not answer. Is it running, and are you online?', undefined);
  }
  if (response.status === 401) {
    if (hasSession()) {
      sessionEnded.set(true);
      throw new ApiError(401, 'UNAUTHENTICATED', 'Your session has ended. Sign in to go on.', response.headers.get('x-request-id') ?? undefined);
    }
    window.location.assign(signInAddress());
    // The page is about to leave: nothing of it should show an error meanwhile.
    return new Promise(() => undefined);
  }
  if (!response.ok) {
    throw await readError(response);
  }
  return response;
}
