// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface AccessControlRequest {
  group_name?: string;
  permission_level?: PermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface AccessControlResponse {
  all_permissions?: Permission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
}

export interface AccountGroup {
  account_id?: string;
  displayName?: string;
  externalId?: string;
  id?: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
}

export interface AccountServicePrincipal {
  account_id?: string;
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  externalId?: string;
  id?: string;
  roles?: ComplexValue[];
}

export interface AccountUser {
  account_id?: string;
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  externalId?: string;
  id?: string;
  name?: Name;
  roles?: ComplexValue[];
  userName?: string;
}

export type AutoscopeState = 'AUTOSCOPE_STATE_API_NOT_COVERED' | 'AUTOSCOPE_STATE_BACKFILLED' | 'AUTOSCOPE_STATE_COMPLETED' | 'AUTOSCOPE_STATE_DISABLED' | 'AUTOSCOPE_STATE_RUNNING' | 'AUTOSCOPE_STATE_USER_SELECTED';

export interface ComplexValue {
  display?: string;
  primary?: boolean;
  '$ref'?: string;
  type?: string;
  value?: string;
}

export interface CreateAccountGroupRequest {
  displayName?: string;
  externalId?: string;
  id?: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
}

export interface CreateAccountServicePrincipalRequest {
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  externalId?: string;
  id?: string;
  roles?: ComplexValue[];
}

export interface CreateAccountUserRequest {
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  externalId?: string;
  id?: string;
  name?: Name;
  roles?: ComplexValue[];
  userName?: string;
}

export interface CreateGroupRequest {
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
  schemas?: GroupSchema[];
}

export interface CreateServicePrincipalRequest {
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  roles?: ComplexValue[];
  schemas?: ServicePrincipalSchema[];
}

export interface CreateUserRequest {
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  name?: Name;
  roles?: ComplexValue[];
  schemas?: UserSchema[];
  userName?: string;
}

export interface DeleteAccountGroupRequest {
  id: string;
}

export interface DeleteAccountServicePrincipalRequest {
  id: string;
}

export interface DeleteAccountUserRequest {
  id: string;
}

export interface DeleteGroupRequest {
  id: string;
}

export interface DeleteServicePrincipalRequest {
  id: string;
}

export interface DeleteUserRequest {
  id: string;
}

export interface GetAccountGroupRequest {
  id: string;
}

export interface GetAccountServicePrincipalRequest {
  id: string;
}

export interface GetAccountUserRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  id: string;
  sortBy?: string;
  sortOrder?: GetSortOrder;
  startIndex?: number;
}

export interface GetGroupRequest {
  id: string;
}

export type GetPasswordPermissionLevelsRequest = Record<string, never>;

export interface GetPasswordPermissionLevelsResponse {
  permission_levels?: PasswordPermissionsDescription[];
}

export type GetPasswordPermissionsRequest = Record<string, never>;

export interface GetPermissionLevelsRequest {
  requestObjectId: string;
  requestObjectType: string;
}

export interface GetPermissionLevelsResponse {
  permission_levels?: PermissionsDescription[];
}

export interface GetPermissionRequest {
  requestObjectId: string;
  requestObjectType: string;
}

export interface GetServicePrincipalRequest {
  id: string;
}

export type GetSortOrder = 'ascending' | 'descending';

export interface GetUserRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  id: string;
  sortBy?: string;
  sortOrder?: GetSortOrder;
  startIndex?: number;
}

export interface GetWorkspaceAssignmentRequest {
  workspaceId: number;
}

export interface Group {
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
  schemas?: GroupSchema[];
}

export type GroupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export interface ListAccountGroupsRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export interface ListAccountGroupsResponse {
  itemsPerPage?: number;
  Resources?: AccountGroup[];
  startIndex?: number;
  totalResults?: number;
}

export interface ListAccountServicePrincipalsRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export interface ListAccountServicePrincipalsResponse {
  itemsPerPage?: number;
  Resources?: AccountServicePrincipal[];
  startIndex?: number;
  totalResults?: number;
}

export interface ListAccountUsersRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export interface ListAccountUsersResponse {
  itemsPerPage?: number;
  Resources?: AccountUser[];
  startIndex?: number;
  totalResults?: number;
}

export interface ListGroupsRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export interface ListGroupsResponse {
  itemsPerPage?: number;
  Resources?: Group[];
  schemas?: ListResponseSchema[];
  startIndex?: number;
  totalResults?: number;
}

export type ListResponseSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export interface ListServicePrincipalResponse {
  itemsPerPage?: number;
  Resources?: ServicePrincipal[];
  schemas?: ListResponseSchema[];
  startIndex?: number;
  totalResults?: number;
}

export interface ListServicePrincipalsRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export type ListSortOrder = 'ascending' | 'descending';

export interface ListUsersRequest {
  attributes?: string;
  count?: number;
  excludedAttributes?: string;
  filter?: string;
  sortBy?: string;
  sortOrder?: ListSortOrder;
  startIndex?: number;
}

export interface ListUsersResponse {
  itemsPerPage?: number;
  Resources?: User[];
  schemas?: ListResponseSchema[];
  startIndex?: number;
  totalResults?: number;
}

export interface ListWorkspaceAssignmentRequest {
  workspaceId: number;
}

export interface MeRequest {
  attributes?: string;
  excludedAttributes?: string;
}

export interface Name {
  familyName?: string;
  givenName?: string;
}

export interface ObjectPermissions {
  access_control_list?: AccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface PasswordAccessControlRequest {
  group_name?: string;
  permission_level?: PasswordPermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface PasswordAccessControlResponse {
  all_permissions?: PasswordPermission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
}

export interface PasswordPermission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: PasswordPermissionLevel;
}

export type PasswordPermissionLevel = 'CAN_USE';

export interface PasswordPermissions {
  access_control_list?: PasswordAccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface PasswordPermissionsDescription {
  description?: string;
  permission_level?: PasswordPermissionLevel;
}

export interface PasswordPermissionsRequest {
  access_control_list?: PasswordAccessControlRequest[];
}

export interface Patch {
  op?: PatchOp;
  path?: string;
  value?: unknown;
}

export interface PatchAccountGroupRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export interface PatchAccountServicePrincipalRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export interface PatchAccountUserRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export interface PatchGroupRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export type PatchOp = 'add' | 'remove' | 'replace';

export type PatchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface PatchServicePrincipalRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export interface PatchUserRequest {
  id: string;
  Operations?: Patch[];
  schemas?: PatchSchema[];
}

export interface Permission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: PermissionLevel;
}

export interface PermissionAssignment {
  error?: string;
  permissions?: WorkspacePermission[];
  principal?: PrincipalOutput;
}

export interface PermissionAssignments {
  permission_assignments?: PermissionAssignment[];
}

export type PermissionLevel = 'CAN_ATTACH_TO' | 'CAN_BIND' | 'CAN_CREATE' | 'CAN_CREATE_APP' | 'CAN_EDIT' | 'CAN_EDIT_METADATA' | 'CAN_MANAGE' | 'CAN_MANAGE_PRODUCTION_VERSIONS' | 'CAN_MANAGE_RUN' | 'CAN_MANAGE_STAGING_VERSIONS' | 'CAN_MONITOR' | 'CAN_MONITOR_ONLY' | 'CAN_QUERY' | 'CAN_READ' | 'CAN_RESTART' | 'CAN_RUN' | 'CAN_USE' | 'CAN_VIEW' | 'CAN_VIEW_METADATA' | 'IS_OWNER';

export interface PermissionOutput {
  description?: string;
  permission_level?: WorkspacePermission;
}

export interface PermissionsDescription {
  description?: string;
  permission_level?: PermissionLevel;
}

export interface PrincipalOutput {
  display_name?: string;
  group_name?: string;
  principal_id?: number;
  service_principal_name?: string;
  user_name?: string;
}

export interface ResourceMeta {
  resourceType?: string;
}

export interface ServicePrincipal {
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  roles?: ComplexValue[];
  schemas?: ServicePrincipalSchema[];
}

export type ServicePrincipalSchema = 'urn:ietf:params:scim:schemas:core:2.0:ServicePrincipal';

export interface SetObjectPermissions {
  access_control_list?: AccessControlRequest[];
  requestObjectId: string;
  requestObjectType: string;
}

export interface UpdateAccountGroupRequest {
  displayName?: string;
  externalId?: string;
  id: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
}

export interface UpdateAccountServicePrincipalRequest {
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  externalId?: string;
  id: string;
  roles?: ComplexValue[];
}

export interface UpdateAccountUserRequest {
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  externalId?: string;
  id: string;
  name?: Name;
  roles?: ComplexValue[];
  userName?: string;
}

export interface UpdateGroupRequest {
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id: string;
  members?: ComplexValue[];
  meta?: ResourceMeta;
  roles?: ComplexValue[];
  schemas?: GroupSchema[];
}

export interface UpdateObjectPermissions {
  access_control_list?: AccessControlRequest[];
  requestObjectId: string;
  requestObjectType: string;
}

export interface UpdateServicePrincipalRequest {
  active?: boolean;
  applicationId?: string;
  displayName?: string;
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id: string;
  roles?: ComplexValue[];
  schemas?: ServicePrincipalSchema[];
}

export interface UpdateUserRequest {
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id: string;
  name?: Name;
  roles?: ComplexValue[];
  schemas?: UserSchema[];
  userName?: string;
}

export interface UpdateWorkspaceAssignments {
  permissions?: WorkspacePermission[];
  principalId: number;
  workspaceId: number;
}

export interface User {
  active?: boolean;
  displayName?: string;
  emails?: ComplexValue[];
  entitlements?: ComplexValue[];
  externalId?: string;
  groups?: ComplexValue[];
  id?: string;
  name?: Name;
  roles?: ComplexValue[];
  schemas?: UserSchema[];
  userName?: string;
}

export type UserSchema = 'urn:ietf:params:scim:schemas:core:2.0:User' | 'urn:ietf:params:scim:schemas:extension:workspace:2.0:User';

export type WorkspacePermission = 'ADMIN' | 'UNKNOWN' | 'USER';

export interface WorkspacePermissions {
  permissions?: PermissionOutput[];
}

export const accountGroupsV2 = {
  create: /* @__PURE__ */ operation<CreateAccountGroupRequest, AccountGroup>('POST', '/api/2.0/accounts/{accountId}/scim/v2/Groups', []),
  delete: /* @__PURE__ */ operation<DeleteAccountGroupRequest, void>('DELETE', '/api/2.0/accounts/{accountId}/scim/v2/Groups/{id}', []),
  get: /* @__PURE__ */ operation<GetAccountGroupRequest, AccountGroup>('GET', '/api/2.0/accounts/{accountId}/scim/v2/Groups/{id}', []),
  list: /* @__PURE__ */ operation<ListAccountGroupsRequest, ListAccountGroupsResponse>('GET', '/api/2.0/accounts/{accountId}/scim/v2/Groups', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchAccountGroupRequest, void>('PATCH', '/api/2.0/accounts/{accountId}/scim/v2/Groups/{id}', []),
  update: /* @__PURE__ */ operation<UpdateAccountGroupRequest, void>('PUT', '/api/2.0/accounts/{accountId}/scim/v2/Groups/{id}', []),
};

export const accountServicePrincipalsV2 = {
  create: /* @__PURE__ */ operation<CreateAccountServicePrincipalRequest, AccountServicePrincipal>('POST', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals', []),
  delete: /* @__PURE__ */ operation<DeleteAccountServicePrincipalRequest, void>('DELETE', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals/{id}', []),
  get: /* @__PURE__ */ operation<GetAccountServicePrincipalRequest, AccountServicePrincipal>('GET', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals/{id}', []),
  list: /* @__PURE__ */ operation<ListAccountServicePrincipalsRequest, ListAccountServicePrincipalsResponse>('GET', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchAccountServicePrincipalRequest, void>('PATCH', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals/{id}', []),
  update: /* @__PURE__ */ operation<UpdateAccountServicePrincipalRequest, void>('PUT', '/api/2.0/accounts/{accountId}/scim/v2/ServicePrincipals/{id}', []),
};

export const accountUsersV2 = {
  create: /* @__PURE__ */ operation<CreateAccountUserRequest, AccountUser>('POST', '/api/2.0/accounts/{accountId}/scim/v2/Users', []),
  delete: /* @__PURE__ */ operation<DeleteAccountUserRequest, void>('DELETE', '/api/2.0/accounts/{accountId}/scim/v2/Users/{id}', []),
  get: /* @__PURE__ */ operation<GetAccountUserRequest, AccountUser>('GET', '/api/2.0/accounts/{accountId}/scim/v2/Users/{id}', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  list: /* @__PURE__ */ operation<ListAccountUsersRequest, ListAccountUsersResponse>('GET', '/api/2.0/accounts/{accountId}/scim/v2/Users', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchAccountUserRequest, void>('PATCH', '/api/2.0/accounts/{accountId}/scim/v2/Users/{id}', []),
  update: /* @__PURE__ */ operation<UpdateAccountUserRequest, void>('PUT', '/api/2.0/accounts/{accountId}/scim/v2/Users/{id}', []),
};

export const currentUser = {
  me: /* @__PURE__ */ operation<MeRequest, User>('GET', '/api/2.0/preview/scim/v2/Me', ['attributes', 'excludedAttributes']),
};

export const groupsV2 = {
  create: /* @__PURE__ */ operation<CreateGroupRequest, Group>('POST', '/api/2.0/preview/scim/v2/Groups', []),
  delete: /* @__PURE__ */ operation<DeleteGroupRequest, void>('DELETE', '/api/2.0/preview/scim/v2/Groups/{id}', []),
  get: /* @__PURE__ */ operation<GetGroupRequest, Group>('GET', '/api/2.0/preview/scim/v2/Groups/{id}', []),
  list: /* @__PURE__ */ operation<ListGroupsRequest, ListGroupsResponse>('GET', '/api/2.0/preview/scim/v2/Groups', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchGroupRequest, void>('PATCH', '/api/2.0/preview/scim/v2/Groups/{id}', []),
  update: /* @__PURE__ */ operation<UpdateGroupRequest, void>('PUT', '/api/2.0/preview/scim/v2/Groups/{id}', []),
};

export const permissions = {
  get: /* @__PURE__ */ operation<GetPermissionRequest, ObjectPermissions>('GET', '/api/2.0/permissions/{requestObjectType}/{requestObjectId}', []),
  getPermissionLevels: /* @__PURE__ */ operation<GetPermissionLevelsRequest, GetPermissionLevelsResponse>('GET', '/api/2.0/permissions/{requestObjectType}/{requestObjectId}/permissionLevels', []),
  set: /* @__PURE__ */ operation<SetObjectPermissions, ObjectPermissions>('PUT', '/api/2.0/permissions/{requestObjectType}/{requestObjectId}', []),
  update: /* @__PURE__ */ operation<UpdateObjectPermissions, ObjectPermissions>('PATCH', '/api/2.0/permissions/{requestObjectType}/{requestObjectId}', []),
};

export const servicePrincipalsV2 = {
  create: /* @__PURE__ */ operation<CreateServicePrincipalRequest, ServicePrincipal>('POST', '/api/2.0/preview/scim/v2/ServicePrincipals', []),
  delete: /* @__PURE__ */ operation<DeleteServicePrincipalRequest, void>('DELETE', '/api/2.0/preview/scim/v2/ServicePrincipals/{id}', []),
  get: /* @__PURE__ */ operation<GetServicePrincipalRequest, ServicePrincipal>('GET', '/api/2.0/preview/scim/v2/ServicePrincipals/{id}', []),
  list: /* @__PURE__ */ operation<ListServicePrincipalsRequest, ListServicePrincipalResponse>('GET', '/api/2.0/preview/scim/v2/ServicePrincipals', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchServicePrincipalRequest, void>('PATCH', '/api/2.0/preview/scim/v2/ServicePrincipals/{id}', []),
  update: /* @__PURE__ */ operation<UpdateServicePrincipalRequest, void>('PUT', '/api/2.0/preview/scim/v2/ServicePrincipals/{id}', []),
};

export const usersV2 = {
  create: /* @__PURE__ */ operation<CreateUserRequest, User>('POST', '/api/2.0/preview/scim/v2/Users', []),
  delete: /* @__PURE__ */ operation<DeleteUserRequest, void>('DELETE', '/api/2.0/preview/scim/v2/Users/{id}', []),
  get: /* @__PURE__ */ operation<GetUserRequest, User>('GET', '/api/2.0/preview/scim/v2/Users/{id}', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  getPermissionLevels: /* @__PURE__ */ operation<GetPasswordPermissionLevelsRequest, GetPasswordPermissionLevelsResponse>('GET', '/api/2.0/permissions/authorization/passwords/permissionLevels', []),
  getPermissions: /* @__PURE__ */ operation<GetPasswordPermissionsRequest, PasswordPermissions>('GET', '/api/2.0/permissions/authorization/passwords', []),
  list: /* @__PURE__ */ operation<ListUsersRequest, ListUsersResponse>('GET', '/api/2.0/preview/scim/v2/Users', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchUserRequest, void>('PATCH', '/api/2.0/preview/scim/v2/Users/{id}', []),
  setPermissions: /* @__PURE__ */ operation<PasswordPermissionsRequest, PasswordPermissions>('PUT', '/api/2.0/permissions/authorization/passwords', []),
  update: /* @__PURE__ */ operation<UpdateUserRequest, void>('PUT', '/api/2.0/preview/scim/v2/Users/{id}', []),
  updatePermissions: /* @__PURE__ */ operation<PasswordPermissionsRequest, PasswordPermissions>('PATCH', '/api/2.0/permissions/authorization/passwords', []),
};

export const workspaceAssignment = {
  get: /* @__PURE__ */ operation<GetWorkspaceAssignmentRequest, WorkspacePermissions>('GET', '/api/2.0/accounts/{accountId}/workspaces/{workspaceId}/permissionassignments/permissions', []),
  list: /* @__PURE__ */ operation<ListWorkspaceAssignmentRequest, PermissionAssignments>('GET', '/api/2.0/accounts/{accountId}/workspaces/{workspaceId}/permissionassignments', []),
  update: /* @__PURE__ */ operation<UpdateWorkspaceAssignments, PermissionAssignment>('PUT', '/api/2.0/accounts/{accountId}/workspaces/{workspaceId}/permissionassignments/principals/{principalId}', []),
};
