// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface CreatePolicy {
  definition?: string;
  description?: string;
  libraries?: Library[];
  max_clusters_per_user?: number;
  name?: string;
  policy_family_definition_overrides?: string;
  policy_family_id?: string;
}

export interface CreatePolicyResponse {
  policy_id?: string;
}

export interface CreateResponse {
  script_id?: string;
}

export interface DeleteGlobalInitScriptRequest {
  scriptId: string;
}

export interface DeletePolicy {
  policy_id?: string;
}

export interface EditPolicy {
  definition?: string;
  description?: string;
  libraries?: Library[];
  max_clusters_per_user?: number;
  name?: string;
  policy_family_definition_overrides?: string;
  policy_family_id?: string;
  policy_id?: string;
}

export interface GetClusterPolicyRequest {
  policy_id?: string;
}

export interface GetGlobalInitScriptRequest {
  scriptId: string;
}

export interface GetPolicyFamilyRequest {
  policyFamilyId: string;
  version?: number;
}

export interface GlobalInitScriptCreateRequest {
  enabled?: boolean;
  name?: string;
  position?: number;
  script?: string;
}

export interface GlobalInitScriptDetails {
  created_at?: number;
  created_by?: string;
  enabled?: boolean;
  name?: string;
  position?: number;
  script_id?: string;
  updated_at?: number;
  updated_by?: string;
}

export interface GlobalInitScriptDetailsWithContent {
  created_at?: number;
  created_by?: string;
  enabled?: boolean;
  name?: string;
  position?: number;
  script?: string;
  script_id?: string;
  updated_at?: number;
  updated_by?: string;
}

export interface GlobalInitScriptUpdateRequest {
  enabled?: boolean;
  name?: string;
  position?: number;
  script?: string;
  scriptId: string;
}

export interface Library {
  cran?: RCranLibrary;
  egg?: string;
  jar?: string;
  maven?: MavenLibrary;
  pypi?: PythonPyPiLibrary;
  requirements?: string;
  whl?: string;
}

export interface ListClusterPoliciesRequest {
  sort_column?: ListSortColumn;
  sort_order?: ListSortOrder;
}

export interface ListGlobalInitScriptsResponse {
  scripts?: GlobalInitScriptDetails[];
}

export interface ListPoliciesResponse {
  policies?: Policy[];
}

export interface ListPolicyFamiliesRequest {
  max_results?: number;
  page_token?: string;
}

export interface ListPolicyFamiliesResponse {
  next_page_token?: string;
  policy_families?: PolicyFamily[];
}

export type ListSortColumn = 'POLICY_CREATION_TIME' | 'POLICY_NAME';

export type ListSortOrder = 'ASC' | 'DESC';

export interface MavenLibrary {
  coordinates?: string;
  exclusions?: string[];
  repo?: string;
}

export interface Policy {
  created_at_timestamp?: number;
  creator_user_name?: string;
  definition?: string;
  description?: string;
  is_default?: boolean;
  libraries?: Library[];
  max_clusters_per_user?: number;
  name?: string;
  policy_family_definition_overrides?: string;
  policy_family_id?: string;
  policy_id?: string;
}

export interface PolicyFamily {
  definition?: string;
  description?: string;
  name?: string;
  policy_family_id?: string;
}

export interface PythonPyPiLibrary {
  package?: string;
  repo?: string;
}

export interface RCranLibrary {
  package?: string;
  repo?: string;
}

export const clusterPolicies = {
  create: /* @__PURE__ */ operation<CreatePolicy, CreatePolicyResponse>('POST', '/api/2.0/policies/clusters/create', []),
  delete: /* @__PURE__ */ operation<DeletePolicy, void>('POST', '/api/2.0/policies/clusters/delete', []),
  edit: /* @__PURE__ */ operation<EditPolicy, void>('POST', '/api/2.0/policies/clusters/edit', []),
  get: /* @__PURE__ */ operation<GetClusterPolicyRequest, Policy>('GET', '/api/2.0/policies/clusters/get', ['policy_id']),
  list: /* @__PURE__ */ operation<ListClusterPoliciesRequest, ListPoliciesResponse>('GET', '/api/2.0/policies/clusters/list', ['sort_column', 'sort_order']),
};

export const globalInitScripts = {
  create: /* @__PURE__ */ operation<GlobalInitScriptCreateRequest, CreateResponse>('POST', '/api/2.0/global-init-scripts', []),
  delete: /* @__PURE__ */ operation<DeleteGlobalInitScriptRequest, void>('DELETE', '/api/2.0/global-init-scripts/{scriptId}', []),
  get: /* @__PURE__ */ operation<GetGlobalInitScriptRequest, GlobalInitScriptDetailsWithContent>('GET', '/api/2.0/global-init-scripts/{scriptId}', []),
  list: /* @__PURE__ */ operation<void, ListGlobalInitScriptsResponse>('GET', '/api/2.0/global-init-scripts', []),
  update: /* @__PURE__ */ operation<GlobalInitScriptUpdateRequest, void>('PATCH', '/api/2.0/global-init-scripts/{scriptId}', []),
};

export const policyFamilies = {
  get: /* @__PURE__ */ operation<GetPolicyFamilyRequest, PolicyFamily>('GET', '/api/2.0/policy-families/{policyFamilyId}', ['version']),
  list: /* @__PURE__ */ operation<ListPolicyFamiliesRequest, ListPolicyFamiliesResponse>('GET', '/api/2.0/policy-families', ['max_results', 'page_token']),
};
