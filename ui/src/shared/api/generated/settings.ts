// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';
import type * as iam from './iam';

export interface CreateOboTokenRequest {
  application_id?: string;
  autoscope_enabled?: boolean;
  comment?: string;
  lifetime_seconds?: number;
  scopes?: string[];
}

export interface CreateOboTokenResponse {
  token_info?: TokenInfo;
  token_value?: string;
}

export interface CreateTokenRequest {
  autoscope_enabled?: boolean;
  comment?: string;
  lifetime_seconds?: number;
  scopes?: string[];
}

export interface CreateTokenResponse {
  token_info?: PublicTokenInfo;
  token_value?: string;
}

export interface DeleteTokenManagementRequest {
  tokenId: string;
}

export interface GetTokenManagementRequest {
  tokenId: string;
}

export interface GetTokenResponse {
  token_info?: TokenInfo;
}

export interface ListPublicTokensResponse {
  token_infos?: PublicTokenInfo[];
}

export interface ListTokenManagementRequest {
  created_by_id?: number;
  created_by_username?: string;
}

export interface ListTokensResponse {
  token_infos?: TokenInfo[];
}

export interface PublicTokenInfo {
  autoscope_state?: iam.AutoscopeState;
  backfill_scopes?: string[];
  comment?: string;
  creation_time?: number;
  expiry_time?: number;
  inferred_scopes?: string[];
  scopes?: string[];
  token_id?: string;
}

export interface RevokeTokenRequest {
  token_id?: string;
}

export interface TokenInfo {
  autoscope_state?: iam.AutoscopeState;
  backfill_scopes?: string[];
  comment?: string;
  created_by_id?: number;
  created_by_username?: string;
  creation_time?: number;
  expiry_time?: number;
  inferred_scopes?: string[];
  last_used_day?: number;
  owner_id?: number;
  scopes?: string[];
  token_id?: string;
  workspace_id?: number;
}

export interface UpdateTokenManagementRequest {
  token?: TokenInfo;
  tokenId: string;
  update_mask?: string;
}

export interface UpdateTokenRequest {
  token?: PublicTokenInfo;
  tokenId: string;
  update_mask?: string;
}

export type UpdateTokenResponse = Record<string, never>;

export const tokenManagement = {
  createOboToken: /* @__PURE__ */ operation<CreateOboTokenRequest, CreateOboTokenResponse>('POST', '/api/2.0/token-management/on-behalf-of/tokens', []),
  delete: /* @__PURE__ */ operation<DeleteTokenManagementRequest, void>('DELETE', '/api/2.0/token-management/tokens/{tokenId}', []),
  get: /* @__PURE__ */ operation<GetTokenManagementRequest, GetTokenResponse>('GET', '/api/2.0/token-management/tokens/{tokenId}', []),
  list: /* @__PURE__ */ operation<ListTokenManagementRequest, ListTokensResponse>('GET', '/api/2.0/token-management/tokens', ['created_by_id', 'created_by_username']),
  updateTokenManagement: /* @__PURE__ */ operation<UpdateTokenManagementRequest, TokenInfo>('PATCH', '/api/2.0/token-management/tokens/{tokenId}', []),
};

export const tokens = {
  create: /* @__PURE__ */ operation<CreateTokenRequest, CreateTokenResponse>('POST', '/api/2.0/token/create', []),
  delete: /* @__PURE__ */ operation<RevokeTokenRequest, void>('POST', '/api/2.0/token/delete', []),
  list: /* @__PURE__ */ operation<void, ListPublicTokensResponse>('GET', '/api/2.0/token/list', []),
  update: /* @__PURE__ */ operation<UpdateTokenRequest, UpdateTokenResponse>('PATCH', '/api/2.0/token/{tokenId}', []),
};
