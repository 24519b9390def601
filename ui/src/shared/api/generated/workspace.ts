// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface AclItem {
  permission?: AclPermission;
  principal?: string;
}

export type AclPermission = 'MANAGE' | 'READ' | 'WRITE';

export interface AzureKeyVaultSecretScopeMetadata {
  dns_name?: string;
  resource_id?: string;
}

export interface CreateCredentialsRequest {
  git_email?: string;
  git_provider?: string;
  git_username?: string;
  is_default_for_provider?: boolean;
  name?: string;
  personal_access_token?: string;
  principal_id?: number;
}

export interface CreateCredentialsResponse {
  credential_id?: number;
  git_email?: string;
  git_provider?: string;
  git_username?: string;
  is_default_for_provider?: boolean;
  name?: string;
}

export interface CreateRepoRequest {
  git_credential_id?: number;
  path?: string;
  provider?: string;
  sparse_checkout?: SparseCheckout;
  url?: string;
}

export interface CreateRepoResponse {
  branch?: string;
  head_commit_id?: string;
  id?: number;
  path?: string;
  provider?: string;
  sparse_checkout?: SparseCheckout;
  url?: string;
}

export interface CreateScope {
  backend_azure_keyvault?: AzureKeyVaultSecretScopeMetadata;
  initial_manage_principal?: string;
  scope?: string;
  scope_backend_type?: ScopeBackendType;
}

export interface CredentialInfo {
  credential_id?: number;
  git_email?: string;
  git_provider?: string;
  git_username?: string;
  is_default_for_provider?: boolean;
  name?: string;
}

export interface Delete {
  path?: string;
  recursive?: boolean;
}

export interface DeleteAcl {
  principal?: string;
  scope?: string;
}

export interface DeleteCredentialsRequest {
  credentialId: number;
  principal_id?: number;
}

export interface DeleteRepoRequest {
  repoId: number;
}

export interface DeleteScope {
  scope?: string;
}

export interface DeleteSecret {
  key?: string;
  scope?: string;
}

export interface DirectoryInfo {
  is_git_folder?: boolean;
}

export type ExportFormat = 'AUTO' | 'DBC' | 'HTML' | 'JUPYTER' | 'RAW' | 'R_MARKDOWN' | 'SOURCE';

export interface ExportRequest {
  format?: ExportFormat;
  path?: string;
}

export interface ExportResponse {
  content?: string;
  file_type?: string;
}

export interface GetAclRequest {
  principal?: string;
  scope?: string;
}

export interface GetCredentialsRequest {
  credentialId: number;
  principal_id?: number;
}

export interface GetCredentialsResponse {
  credential_id?: number;
  git_email?: string;
  git_provider?: string;
  git_username?: string;
  is_default_for_provider?: boolean;
  name?: string;
}

export interface GetRepoPermissionLevelsRequest {
  repoId: string;
}

export interface GetRepoPermissionLevelsResponse {
  permission_levels?: RepoPermissionsDescription[];
}

export interface GetRepoPermissionsRequest {
  repoId: string;
}

export interface GetRepoRequest {
  repoId: number;
}

export interface GetRepoResponse {
  branch?: string;
  git_cli_enabled?: boolean;
  head_commit_id?: string;
  id?: number;
  path?: string;
  provider?: string;
  sparse_checkout?: SparseCheckout;
  url?: string;
}

export interface GetSecretRequest {
  key?: string;
  scope?: string;
}

export interface GetSecretResponse {
  key?: string;
  value?: string;
}

export interface GetStatusRequest {
  path?: string;
}

export interface GetWorkspaceObjectPermissionLevelsRequest {
  workspaceObjectId: string;
  workspaceObjectType: string;
}

export interface GetWorkspaceObjectPermissionLevelsResponse {
  permission_levels?: WorkspaceObjectPermissionsDescription[];
}

export interface GetWorkspaceObjectPermissionsRequest {
  workspaceObjectId: string;
  workspaceObjectType: string;
}

export interface Import {
  content?: string;
  format?: ImportFormat;
  language?: Language;
  overwrite?: boolean;
  path?: string;
}

export type ImportFormat = 'AUTO' | 'DBC' | 'HTML' | 'JUPYTER' | 'RAW' | 'R_MARKDOWN' | 'SOURCE';

export type Language = 'PYTHON' | 'R' | 'SCALA' | 'SQL';

export interface ListAclsRequest {
  scope?: string;
}

export interface ListAclsResponse {
  items?: AclItem[];
}

export interface ListCredentialsRequest {
  principal_id?: number;
}

export interface ListCredentialsResponse {
  credentials?: CredentialInfo[];
}

export interface ListReposRequest {
  next_page_token?: string;
  path_prefix?: string;
}

export interface ListReposResponse {
  next_page_token?: string;
  repos?: RepoInfo[];
}

export interface ListResponse {
  objects?: ObjectInfo[];
}

export interface ListScopesResponse {
  scopes?: SecretScope[];
}

export interface ListSecretsRequest {
  scope?: string;
}

export interface ListSecretsResponse {
  secrets?: SecretMetadata[];
}

export interface ListWorkspaceRequest {
  notebooks_modified_after?: number;
  path?: string;
}

export interface Mkdirs {
  path?: string;
}

export interface ObjectInfo {
  created_at?: number;
  directory_info?: DirectoryInfo;
  language?: Language;
  modified_at?: number;
  object_id?: number;
  object_type?: ObjectType;
  path?: string;
  resource_id?: string;
  size?: number;
}

export type ObjectType = 'DASHBOARD' | 'DIRECTORY' | 'FILE' | 'LIBRARY' | 'NOTEBOOK' | 'REPO';

export interface PutAcl {
  permission?: AclPermission;
  principal?: string;
  scope?: string;
}

export interface PutSecret {
  bytes_value?: string;
  key?: string;
  scope?: string;
  string_value?: string;
}

export interface RepoAccessControlRequest {
  group_name?: string;
  permission_level?: RepoPermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface RepoAccessControlResponse {
  all_permissions?: RepoPermission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
}

export interface RepoInfo {
  branch?: string;
  head_commit_id?: string;
  id?: number;
  path?: string;
  provider?: string;
  sparse_checkout?: SparseCheckout;
  url?: string;
}

export interface RepoPermission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: RepoPermissionLevel;
}

export type RepoPermissionLevel = 'CAN_EDIT' | 'CAN_MANAGE' | 'CAN_READ' | 'CAN_RUN';

export interface RepoPermissions {
  access_control_list?: RepoAccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface RepoPermissionsDescription {
  description?: string;
  permission_level?: RepoPermissionLevel;
}

export interface RepoPermissionsRequest {
  access_control_list?: RepoAccessControlRequest[];
  repoId: string;
}

export type ScopeBackendType = 'AZURE_KEYVAULT' | 'DATABRICKS';

export interface SecretMetadata {
  key?: string;
  last_updated_timestamp?: number;
}

export interface SecretScope {
  backend_type?: ScopeBackendType;
  keyvault_metadata?: AzureKeyVaultSecretScopeMetadata;
  name?: string;
}

export interface SparseCheckout {
  patterns?: string[];
}

export interface SparseCheckoutUpdate {
  patterns?: string[];
}

export interface UpdateCredentialsRequest {
  credentialId: number;
  git_email?: string;
  git_provider?: string;
  git_username?: string;
  is_default_for_provider?: boolean;
  name?: string;
  personal_access_token?: string;
  principal_id?: number;
}

export interface UpdateRepoRequest {
  branch?: string;
  dangerously_force_discard_all?: boolean;
  git_credential_id?: number;
  repoId: number;
  sparse_checkout?: SparseCheckoutUpdate;
  tag?: string;
}

export interface WorkspaceObjectAccessControlRequest {
  group_name?: string;
  permission_level?: WorkspaceObjectPermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface WorkspaceObjectAccessControlResponse {
  all_permissions?: WorkspaceObjectPermission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
}

export interface WorkspaceObjectPermission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: WorkspaceObjectPermissionLevel;
}

export type WorkspaceObjectPermissionLevel = 'CAN_EDIT' | 'CAN_MANAGE' | 'CAN_READ' | 'CAN_RUN';

export interface WorkspaceObjectPermissions {
  access_control_list?: WorkspaceObjectAccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface WorkspaceObjectPermissionsDescription {
  description?: string;
  permission_level?: WorkspaceObjectPermissionLevel;
}

export interface WorkspaceObjectPermissionsRequest {
  access_control_list?: WorkspaceObjectAccessControlRequest[];
  workspaceObjectId: string;
  workspaceObjectType: string;
}

export const gitCredentials = {
  create: /* @__PURE__ */ operation<CreateCredentialsRequest, CreateCredentialsResponse>('POST', '/api/2.0/git-credentials', []),
  delete: /* @__PURE__ */ operation<DeleteCredentialsRequest, void>('DELETE', '/api/2.0/git-credentials/{credentialId}', ['principal_id']),
  get: /* @__PURE__ */ operation<GetCredentialsRequest, GetCredentialsResponse>('GET', '/api/2.0/git-credentials/{credentialId}', ['principal_id']),
  list: /* @__PURE__ */ operation<ListCredentialsRequest, ListCredentialsResponse>('GET', '/api/2.0/git-credentials', ['principal_id']),
  update: /* @__PURE__ */ operation<UpdateCredentialsRequest, void>('PATCH', '/api/2.0/git-credentials/{credentialId}', []),
};

export const repos = {
  create: /* @__PURE__ */ operation<CreateRepoRequest, CreateRepoResponse>('POST', '/api/2.0/repos', []),
  delete: /* @__PURE__ */ operation<DeleteRepoRequest, void>('DELETE', '/api/2.0/repos/{repoId}', []),
  get: /* @__PURE__ */ operation<GetRepoRequest, GetRepoResponse>('GET', '/api/2.0/repos/{repoId}', []),
  getPermissionLevels: /* @__PURE__ */ operation<GetRepoPermissionLevelsRequest, GetRepoPermissionLevelsResponse>('GET', '/api/2.0/permissions/repos/{repoId}/permissionLevels', []),
  getPermissions: /* @__PURE__ */ operation<GetRepoPermissionsRequest, RepoPermissions>('GET', '/api/2.0/permissions/repos/{repoId}', []),
  list: /* @__PURE__ */ operation<ListReposRequest, ListReposResponse>('GET', '/api/2.0/repos', ['next_page_token', 'path_prefix']),
  setPermissions: /* @__PURE__ */ operation<RepoPermissionsRequest, RepoPermissions>('PUT', '/api/2.0/permissions/repos/{repoId}', []),
  update: /* @__PURE__ */ operation<UpdateRepoRequest, void>('PATCH', '/api/2.0/repos/{repoId}', []),
  updatePermissions: /* @__PURE__ */ operation<RepoPermissionsRequest, RepoPermissions>('PATCH', '/api/2.0/permissions/repos/{repoId}', []),
};

export const secrets = {
  createScope: /* @__PURE__ */ operation<CreateScope, void>('POST', '/api/2.0/secrets/scopes/create', []),
  deleteAcl: /* @__PURE__ */ operation<DeleteAcl, void>('POST', '/api/2.0/secrets/acls/delete', []),
  deleteScope: /* @__PURE__ */ operation<DeleteScope, void>('POST', '/api/2.0/secrets/scopes/delete', []),
  deleteSecret: /* @__PURE__ */ operation<DeleteSecret, void>('POST', '/api/2.0/secrets/delete', []),
  getAcl: /* @__PURE__ */ operation<GetAclRequest, AclItem>('GET', '/api/2.0/secrets/acls/get', ['principal', 'scope']),
  getSecret: /* @__PURE__ */ operation<GetSecretRequest, GetSecretResponse>('GET', '/api/2.0/secrets/get', ['key', 'scope']),
  listAcls: /* @__PURE__ */ operation<ListAclsRequest, ListAclsResponse>('GET', '/api/2.0/secrets/acls/list', ['scope']),
  listScopes: /* @__PURE__ */ operation<void, ListScopesResponse>('GET', '/api/2.0/secrets/scopes/list', []),
  listSecrets: /* @__PURE__ */ operation<ListSecretsRequest, ListSecretsResponse>('GET', '/api/2.0/secrets/list', ['scope']),
  putAcl: /* @__PURE__ */ operation<PutAcl, void>('POST', '/api/2.0/secrets/acls/put', []),
  putSecret: /* @__PURE__ */ operation<PutSecret, void>('POST', '/api/2.0/secrets/put', []),
};

export const workspace = {
  delete: /* @__PURE__ */ operation<Delete, void>('POST', '/api/2.0/workspace/delete', []),
  export: /* @__PURE__ */ operation<ExportRequest, ExportResponse>('GET', '/api/2.0/workspace/export', ['format', 'path']),
  getPermissionLevels: /* @__PURE__ */ operation<GetWorkspaceObjectPermissionLevelsRequest, GetWorkspaceObjectPermissionLevelsResponse>('GET', '/api/2.0/permissions/{workspaceObjectType}/{workspaceObjectId}/permissionLevels', []),
  getPermissions: /* @__PURE__ */ operation<GetWorkspaceObjectPermissionsRequest, WorkspaceObjectPermissions>('GET', '/api/2.0/permissions/{workspaceObjectType}/{workspaceObjectId}', []),
  getStatus: /* @__PURE__ */ operation<GetStatusRequest, ObjectInfo>('GET', '/api/2.0/workspace/get-status', ['path']),
  importContent: /* @__PURE__ */ operation<Import, void>('POST', '/api/2.0/workspace/import', []),
  list: /* @__PURE__ */ operation<ListWorkspaceRequest, ListResponse>('GET', '/api/2.0/workspace/list', ['notebooks_modified_after', 'path']),
  mkdirs: /* @__PURE__ */ operation<Mkdirs, void>('POST', '/api/2.0/workspace/mkdirs', []),
  setPermissions: /* @__PURE__ */ operation<WorkspaceObjectPermissionsRequest, WorkspaceObjectPermissions>('PUT', '/api/2.0/permissions/{workspaceObjectType}/{workspaceObjectId}', []),
  updatePermissions: /* @__PURE__ */ operation<WorkspaceObjectPermissionsRequest, WorkspaceObjectPermissions>('PATCH', '/api/2.0/permissions/{workspaceObjectType}/{workspaceObjectId}', []),
};
