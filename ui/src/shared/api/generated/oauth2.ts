// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface CreateServicePrincipalSecretRequest {
  lifetime?: string;
  servicePrincipalId: string;
}

export interface CreateServicePrincipalSecretResponse {
  create_time?: string;
  expire_time?: string;
  id?: string;
  secret?: string;
  secret_hash?: string;
  status?: string;
  update_time?: string;
}

export interface DeleteServicePrincipalSecretRequest {
  secretId: string;
  servicePrincipalId: string;
}

export interface ListServicePrincipalSecretsRequest {
  page_size?: number;
  page_token?: string;
  servicePrincipalId: string;
}

export interface ListServicePrincipalSecretsResponse {
  next_page_token?: string;
  secrets?: SecretInfo[];
}

export interface SecretInfo {
  create_time?: string;
  expire_time?: string;
  id?: string;
  secret_hash?: string;
  status?: string;
  update_time?: string;
}

export const servicePrincipalSecrets = {
  create: /* @__PURE__ */ operation<CreateServicePrincipalSecretRequest, CreateServicePrincipalSecretResponse>('POST', '/api/2.0/accounts/{accountId}/servicePrincipals/{servicePrincipalId}/credentials/secrets', []),
  delete: /* @__PURE__ */ operation<DeleteServicePrincipalSecretRequest, void>('DELETE', '/api/2.0/accounts/{accountId}/servicePrincipals/{servicePrincipalId}/credentials/secrets/{secretId}', []),
  list: /* @__PURE__ */ operation<ListServicePrincipalSecretsRequest, ListServicePrincipalSecretsResponse>('GET', '/api/2.0/accounts/{accountId}/servicePrincipals/{servicePrincipalId}/credentials/secrets', ['page_size', 'page_token']),
};

export const servicePrincipalSecretsProxy = {
  create: /* @__PURE__ */ operation<CreateServicePrincipalSecretRequest, CreateServicePrincipalSecretResponse>('POST', '/api/2.0/accounts/servicePrincipals/{servicePrincipalId}/credentials/secrets', []),
  delete: /* @__PURE__ */ operation<DeleteServicePrincipalSecretRequest, void>('DELETE', '/api/2.0/accounts/servicePrincipals/{servicePrincipalId}/credentials/secrets/{secretId}', []),
  list: /* @__PURE__ */ operation<ListServicePrincipalSecretsRequest, ListServicePrincipalSecretsResponse>('GET', '/api/2.0/accounts/servicePrincipals/{servicePrincipalId}/credentials/secrets', ['page_size', 'page_token']),
};
