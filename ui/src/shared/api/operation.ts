import { send } from './client';

export interface Operation<Request, Answer> {
  (request: Request, options?: { signal?: AbortSignal }): Promise<Answer>;
}

/**
 * An operation of the public API: path variables, query and body are taken from the request by their names.
 *
 * @param template path with the request's fields in braces
 * @param query names of the fields that travel in the query
 * @param bodyField the field that alone makes the body, where not all that is left does
 */
export function operation<Request, Answer>(
  method: string,
  template: string,
  query: readonly string[],
  bodyField?: string,
): Operation<Request, Answer> {
  return (request, options) => {
    const rest: Record<string, unknown> = { ...(request as Record<string, unknown> | undefined) };
    const path = template.replace(/\{([^}]*)\}/g, (_, name: string) => {
      const value = String(rest[name] ?? '');
      delete rest[name];
      return encodeURIComponent(value);
    });
    const parameters = new URLSearchParams();
    for (const name of query) {
      append(parameters, name, rest[name]);
      delete rest[name];
    }
    const search = parameters.size > 0 ? `?${parameters}` : '';
    const bodiless = method === 'GET' || method === 'DELETE' || method === 'HEAD';
    const body = bodiless ? undefined : bodyField ? rest[bodyField] : rest;
    return send<Answer>(method, path + search, body, options?.signal);
  };
}

function append(parameters: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined || value === null) {
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item) => append(parameters, name, item));
  } else if (typeof value === 'object') {
    Object.entries(value).forEach(([key, nested]) => append(parameters, `${name}.${key}`, nested));
  } else {
    parameters.append(name, String(value));
  }
}
