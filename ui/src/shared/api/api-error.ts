/** How a statement that was refused names it: its own status is that of a statement that failed. */
const DENIALS = new Set(['PERMISSION_DENIED', 'INSUFFICIENT_PERMISSIONS']);

/** What the server refused, in the vendor's words. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | undefined,
  ) {
    super(message);
  }

  get denied(): boolean {
    return this.status === 403 || DENIALS.has(this.code);
  }

  get missing(): boolean {
    return this.status === 404;
  }

  /** Nothing came back: the server is gone, or the network is. */
  get unreachable(): boolean {
    return this.status === 0;
  }
}

interface ErrorBody {
  error_code?: string;
  error?: string;
  message?: string;
  detail?: string;
  details?: { request_id?: string }[];
}

/** Reads the error of the vendor's JSON, of SCIM, or of anything else that a proxy in between may say. */
export async function readError(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  let body: ErrorBody = {};
  try {
    body = JSON.parse(text) as ErrorBody;
  } catch {
    // not ours: a proxy's page
  }
  const requestId =
    body.details?.find((detail) => detail.request_id)?.request_id ?? response.headers.get('x-request-id') ?? undefined;
  const message = body.message ?? body.detail ?? `The server answered ${response.status} ${response.statusText}.`.trim();
  return new ApiError(response.status, body.error_code ?? body.error ?? 'ERROR', message, requestId);
}
