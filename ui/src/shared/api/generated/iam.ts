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

export type AutoscopeState = 'AUTOSCOPE_STATE_API_NOT_COVERED' | 'AUTOSCOPE_STATE_BACKFILLED' | 'AUTOSCOPE_STATE_COMPLETED' | 'AUTOSCOPE_STATE_DISABLED' | 'AUTOSCOPE_STATE_RUNNING' | 'AUTOSCOPE_STATE_USER_SELECTED';

export interface ComplexValue {
  display?: string;
  primary?: boolean;
  '$ref'?: string;
  type?: string;
  value?: string;
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

export interface DeleteGroupRequest {
  id: string;
}

export interface DeleteServicePrincipalRequest {
  id: string;
}

export interface DeleteUserRequest {
  id: string;
}

export interface GetGroupRequest {
  id: string;
}

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

export interface Patch {
  op?: PatchOp;
  path?: string;
  value?: unknown;
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

export type PermissionLevel = 'CAN_ATTACH_TO' | 'CAN_BIND' | 'CAN_CREATE' | 'CAN_CREATE_APP' | 'CAN_EDIT' | 'CAN_EDIT_METADATA' | 'CAN_MANAGE' | 'CAN_MANAGE_PRODUCTION_VERSIONS' | 'CAN_MANAGE_RUN' | 'CAN_MANAGE_STAGING_VERSIONS' | 'CAN_MONITOR' | 'CAN_MONITOR_ONLY' | 'CAN_QUERY' | 'CAN_READ' | 'CAN_RESTART' | 'CAN_RUN' | 'CAN_USE' | 'CAN_VIEW' | 'CAN_VIEW_METADATA' | 'IS_OWNER';

export interface PermissionsDescription {
  description?: string;
  permission_level?: PermissionLevel;
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
  list: /* @__PURE__ */ operation<ListUsersRequest, ListUsersResponse>('GET', '/api/2.0/preview/scim/v2/Users', ['attributes', 'count', 'excludedAttributes', 'filter', 'sortBy', 'sortOrder', 'startIndex']),
  patch: /* @__PURE__ */ operation<PatchUserRequest, void>('PATCH', '/api/2.0/preview/scim/v2/Users/{id}', []),
  update: /* @__PURE__ */ operation<UpdateUserRequest, void>('PUT', '/api/2.0/preview/scim/v2/Users/{id}', []),
};
