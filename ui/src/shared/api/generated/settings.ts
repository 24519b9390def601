// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';
import type * as iam from './iam';
import type * as util from './util';

export interface AutomaticClusterUpdateSetting {
  automatic_cluster_update_workspace?: ClusterAutoRestartMessage;
  etag?: string;
  setting_name?: string;
}

export interface BooleanMessage {
  value?: boolean;
}

export interface ClusterAutoRestartMessage {
  can_toggle?: boolean;
  enabled?: boolean;
  enablement_details?: ClusterAutoRestartMessageEnablementDetails;
  maintenance_window?: ClusterAutoRestartMessageMaintenanceWindow;
  restart_even_if_no_updates_available?: boolean;
}

export interface ClusterAutoRestartMessageEnablementDetails {
  forced_for_compliance_mode?: boolean;
  unavailable_for_disabled_entitlement?: boolean;
  unavailable_for_non_enterprise_tier?: boolean;
}

export interface ClusterAutoRestartMessageMaintenanceWindow {
  week_day_based_schedule?: ClusterAutoRestartMessageMaintenanceWindowWeekDayBasedSchedule;
}

export type ClusterAutoRestartMessageMaintenanceWindowDayOfWeek = 'FRIDAY' | 'MONDAY' | 'SATURDAY' | 'SUNDAY' | 'THURSDAY' | 'TUESDAY' | 'WEDNESDAY';

export interface ClusterAutoRestartMessageMaintenanceWindowWeekDayBasedSchedule {
  day_of_week?: ClusterAutoRestartMessageMaintenanceWindowDayOfWeek;
  frequency?: ClusterAutoRestartMessageMaintenanceWindowWeekDayFrequency;
  window_start_time?: ClusterAutoRestartMessageMaintenanceWindowWindowStartTime;
}

export type ClusterAutoRestartMessageMaintenanceWindowWeekDayFrequency = 'EVERY_WEEK' | 'FIRST_AND_THIRD_OF_MONTH' | 'FIRST_OF_MONTH' | 'FOURTH_OF_MONTH' | 'SECOND_AND_FOURTH_OF_MONTH' | 'SECOND_OF_MONTH' | 'THIRD_OF_MONTH';

export interface ClusterAutoRestartMessageMaintenanceWindowWindowStartTime {
  hours?: number;
  minutes?: number;
}

export interface ComplianceSecurityProfile {
  compliance_standards?: ComplianceStandard[];
  is_enabled?: boolean;
}

export interface ComplianceSecurityProfileSetting {
  compliance_security_profile_workspace?: ComplianceSecurityProfile;
  etag?: string;
  setting_name?: string;
}

export type ComplianceStandard = 'CANADA_PROTECTED_B' | 'CYBER_ESSENTIAL_PLUS' | 'FEDRAMP_HIGH' | 'FEDRAMP_IL5' | 'FEDRAMP_MODERATE' | 'GERMANY_C5' | 'GERMANY_TISAX' | 'HIPAA' | 'HITRUST' | 'IRAP_PROTECTED' | 'ISMAP' | 'ITAR_EAR' | 'KSA_ECC_CCC_DCC' | 'K_FSI' | 'NONE' | 'PCI_DSS';

export interface Config {
  email?: EmailConfig;
  generic_webhook?: GenericWebhookConfig;
  microsoft_teams?: MicrosoftTeamsConfig;
  pagerduty?: PagerdutyConfig;
  slack?: SlackConfig;
}

export interface CreateIpAccessList {
  ip_addresses?: string[];
  label?: string;
  list_type?: ListType;
}

export interface CreateIpAccessListResponse {
  ip_access_list?: IpAccessListInfo;
}

export interface CreateNotificationDestinationRequest {
  config?: Config;
  display_name?: string;
}

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

export interface DashboardEmailSubscriptions {
  boolean_val?: BooleanMessage;
  etag?: string;
  setting_name?: string;
}

export interface DefaultNamespaceSetting {
  etag?: string;
  namespace?: StringMessage;
  setting_name?: string;
}

export interface DeleteDashboardEmailSubscriptionsRequest {
  etag?: string;
}

export interface DeleteDashboardEmailSubscriptionsResponse {
  etag?: string;
}

export interface DeleteDefaultNamespaceSettingRequest {
  etag?: string;
}

export interface DeleteDefaultNamespaceSettingResponse {
  etag?: string;
}

export interface DeleteDisableLegacyAccessRequest {
  etag?: string;
}

export interface DeleteDisableLegacyAccessResponse {
  etag?: string;
}

export interface DeleteDisableLegacyDbfsRequest {
  etag?: string;
}

export interface DeleteDisableLegacyDbfsResponse {
  etag?: string;
}

export interface DeleteIpAccessListRequest {
  ipAccessListId: string;
}

export interface DeleteNotificationDestinationRequest {
  id: string;
}

export interface DeleteRestrictWorkspaceAdminsSettingRequest {
  etag?: string;
}

export interface DeleteRestrictWorkspaceAdminsSettingResponse {
  etag?: string;
}

export interface DeleteSqlResultsDownloadRequest {
  etag?: string;
}

export interface DeleteSqlResultsDownloadResponse {
  etag?: string;
}

export interface DeleteTokenManagementRequest {
  tokenId: string;
}

export type DestinationType = 'EMAIL' | 'MICROSOFT_TEAMS' | 'PAGERDUTY' | 'SLACK' | 'WEBHOOK';

export interface DisableLegacyAccess {
  disable_legacy_access?: BooleanMessage;
  etag?: string;
  setting_name?: string;
}

export interface DisableLegacyDbfs {
  disable_legacy_dbfs?: BooleanMessage;
  etag?: string;
  setting_name?: string;
}

export interface EmailConfig {
  addresses?: string[];
}

export interface EnhancedSecurityMonitoring {
  is_enabled?: boolean;
}

export interface EnhancedSecurityMonitoringSetting {
  enhanced_security_monitoring_workspace?: EnhancedSecurityMonitoring;
  etag?: string;
  setting_name?: string;
}

export interface FetchIpAccessListResponse {
  ip_access_list?: IpAccessListInfo;
}

export interface GenericWebhookConfig {
  password?: string;
  password_set?: boolean;
  url?: string;
  url_set?: boolean;
  username?: string;
  username_set?: boolean;
}

export interface GetAutomaticClusterUpdateSettingRequest {
  etag?: string;
}

export interface GetComplianceSecurityProfileSettingRequest {
  etag?: string;
}

export interface GetDashboardEmailSubscriptionsRequest {
  etag?: string;
}

export interface GetDefaultNamespaceSettingRequest {
  etag?: string;
}

export interface GetDisableLegacyAccessRequest {
  etag?: string;
}

export interface GetDisableLegacyDbfsRequest {
  etag?: string;
}

export interface GetEnhancedSecurityMonitoringSettingRequest {
  etag?: string;
}

export interface GetIpAccessListRequest {
  ipAccessListId: string;
}

export interface GetNotificationDestinationRequest {
  id: string;
}

export interface GetRestrictWorkspaceAdminsSettingRequest {
  etag?: string;
}

export interface GetSqlResultsDownloadRequest {
  etag?: string;
}

export interface GetStatusRequest {
  keys?: string;
}

export interface GetTokenManagementRequest {
  tokenId: string;
}

export interface GetTokenPermissionLevelsResponse {
  permission_levels?: TokenPermissionsDescription[];
}

export interface GetTokenResponse {
  token_info?: TokenInfo;
}

export interface IpAccessListInfo {
  address_count?: number;
  created_at?: number;
  created_by?: number;
  enabled?: boolean;
  ip_addresses?: string[];
  label?: string;
  list_id?: string;
  list_type?: ListType;
  updated_at?: number;
  updated_by?: number;
}

export interface ListIpAccessListResponse {
  ip_access_lists?: IpAccessListInfo[];
}

export interface ListNotificationDestinationsRequest {
  page_size?: number;
  page_token?: string;
}

export interface ListNotificationDestinationsResponse {
  next_page_token?: string;
  results?: ListNotificationDestinationsResult[];
}

export interface ListNotificationDestinationsResult {
  destination_type?: DestinationType;
  display_name?: string;
  id?: string;
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

export type ListType = 'ALLOW' | 'BLOCK';

export interface MicrosoftTeamsConfig {
  app_id?: string;
  app_id_set?: boolean;
  auth_secret?: string;
  auth_secret_set?: boolean;
  channel_url?: string;
  channel_url_set?: boolean;
  tenant_id?: string;
  tenant_id_set?: boolean;
  url?: string;
  url_set?: boolean;
}

export interface NotificationDestination {
  config?: Config;
  destination_type?: DestinationType;
  display_name?: string;
  id?: string;
}

export interface PagerdutyConfig {
  integration_key?: string;
  integration_key_set?: boolean;
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

export interface ReplaceIpAccessList {
  enabled?: boolean;
  ipAccessListId: string;
  ip_addresses?: string[];
  label?: string;
  list_type?: ListType;
}

export interface RestrictWorkspaceAdminsMessage {
  disable_gov_tag_creation?: boolean;
  status?: RestrictWorkspaceAdminsMessageStatus;
}

export type RestrictWorkspaceAdminsMessageStatus = 'ALLOW_ALL' | 'RESTRICT_TOKENS_AND_JOB_RUN_AS';

export interface RestrictWorkspaceAdminsSetting {
  etag?: string;
  restrict_workspace_admins?: RestrictWorkspaceAdminsMessage;
  setting_name?: string;
}

export interface RevokeTokenRequest {
  token_id?: string;
}

export interface SlackConfig {
  channel_id?: string;
  channel_id_set?: boolean;
  oauth_token?: string;
  oauth_token_set?: boolean;
  url?: string;
  url_set?: boolean;
}

export interface SqlResultsDownload {
  boolean_val?: BooleanMessage;
  etag?: string;
  setting_name?: string;
}

export interface StringMessage {
  value?: string;
}

export interface TokenAccessControlRequest {
  group_name?: string;
  permission_level?: TokenPermissionLevel;
  service_principal_name?: string;
  user_name?: string;
}

export interface TokenAccessControlResponse {
  all_permissions?: TokenPermission[];
  display_name?: string;
  group_name?: string;
  service_principal_name?: string;
  user_name?: string;
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

export interface TokenPermission {
  inherited?: boolean;
  inherited_from_object?: string[];
  permission_level?: TokenPermissionLevel;
}

export type TokenPermissionLevel = 'CAN_USE';

export interface TokenPermissions {
  access_control_list?: TokenAccessControlResponse[];
  object_id?: string;
  object_type?: string;
}

export interface TokenPermissionsDescription {
  description?: string;
  permission_level?: TokenPermissionLevel;
}

export interface TokenPermissionsRequest {
  access_control_list?: TokenAccessControlRequest[];
}

export interface UpdateAutomaticClusterUpdateSettingRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: AutomaticClusterUpdateSetting;
}

export interface UpdateComplianceSecurityProfileSettingRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: ComplianceSecurityProfileSetting;
}

export interface UpdateDashboardEmailSubscriptionsRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: DashboardEmailSubscriptions;
}

export interface UpdateDefaultNamespaceSettingRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: DefaultNamespaceSetting;
}

export interface UpdateDisableLegacyAccessRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: DisableLegacyAccess;
}

export interface UpdateDisableLegacyDbfsRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: DisableLegacyDbfs;
}

export interface UpdateEnhancedSecurityMonitoringSettingRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: EnhancedSecurityMonitoringSetting;
}

export interface UpdateIpAccessList {
  enabled?: boolean;
  ipAccessListId: string;
  ip_addresses?: string[];
  label?: string;
  list_type?: ListType;
}

export interface UpdateNotificationDestinationRequest {
  config?: Config;
  display_name?: string;
  id: string;
}

export interface UpdateRestrictWorkspaceAdminsSettingRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: RestrictWorkspaceAdminsSetting;
}

export interface UpdateSqlResultsDownloadRequest {
  allow_missing?: boolean;
  field_mask?: string;
  setting?: SqlResultsDownload;
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

export const automaticClusterUpdate = {
  get: /* @__PURE__ */ operation<GetAutomaticClusterUpdateSettingRequest, AutomaticClusterUpdateSetting>('GET', '/api/2.0/settings/types/automatic_cluster_update/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateAutomaticClusterUpdateSettingRequest, AutomaticClusterUpdateSetting>('PATCH', '/api/2.0/settings/types/automatic_cluster_update/names/default', []),
};

export const complianceSecurityProfile = {
  get: /* @__PURE__ */ operation<GetComplianceSecurityProfileSettingRequest, ComplianceSecurityProfileSetting>('GET', '/api/2.0/settings/types/shield_csp_enablement_ws_db/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateComplianceSecurityProfileSettingRequest, ComplianceSecurityProfileSetting>('PATCH', '/api/2.0/settings/types/shield_csp_enablement_ws_db/names/default', []),
};

export const dashboardEmailSubscriptions = {
  delete: /* @__PURE__ */ operation<DeleteDashboardEmailSubscriptionsRequest, DeleteDashboardEmailSubscriptionsResponse>('DELETE', '/api/2.0/settings/types/dashboard_email_subscriptions/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetDashboardEmailSubscriptionsRequest, DashboardEmailSubscriptions>('GET', '/api/2.0/settings/types/dashboard_email_subscriptions/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateDashboardEmailSubscriptionsRequest, DashboardEmailSubscriptions>('PATCH', '/api/2.0/settings/types/dashboard_email_subscriptions/names/default', []),
};

export const defaultNamespace = {
  delete: /* @__PURE__ */ operation<DeleteDefaultNamespaceSettingRequest, DeleteDefaultNamespaceSettingResponse>('DELETE', '/api/2.0/settings/types/default_namespace_ws/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetDefaultNamespaceSettingRequest, DefaultNamespaceSetting>('GET', '/api/2.0/settings/types/default_namespace_ws/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateDefaultNamespaceSettingRequest, DefaultNamespaceSetting>('PATCH', '/api/2.0/settings/types/default_namespace_ws/names/default', []),
};

export const disableLegacyAccess = {
  delete: /* @__PURE__ */ operation<DeleteDisableLegacyAccessRequest, DeleteDisableLegacyAccessResponse>('DELETE', '/api/2.0/settings/types/disable_legacy_access/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetDisableLegacyAccessRequest, DisableLegacyAccess>('GET', '/api/2.0/settings/types/disable_legacy_access/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateDisableLegacyAccessRequest, DisableLegacyAccess>('PATCH', '/api/2.0/settings/types/disable_legacy_access/names/default', []),
};

export const disableLegacyDbfs = {
  delete: /* @__PURE__ */ operation<DeleteDisableLegacyDbfsRequest, DeleteDisableLegacyDbfsResponse>('DELETE', '/api/2.0/settings/types/disable_legacy_dbfs/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetDisableLegacyDbfsRequest, DisableLegacyDbfs>('GET', '/api/2.0/settings/types/disable_legacy_dbfs/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateDisableLegacyDbfsRequest, DisableLegacyDbfs>('PATCH', '/api/2.0/settings/types/disable_legacy_dbfs/names/default', []),
};

export const enhancedSecurityMonitoring = {
  get: /* @__PURE__ */ operation<GetEnhancedSecurityMonitoringSettingRequest, EnhancedSecurityMonitoringSetting>('GET', '/api/2.0/settings/types/shield_esm_enablement_ws_db/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateEnhancedSecurityMonitoringSettingRequest, EnhancedSecurityMonitoringSetting>('PATCH', '/api/2.0/settings/types/shield_esm_enablement_ws_db/names/default', []),
};

export const ipAccessLists = {
  create: /* @__PURE__ */ operation<CreateIpAccessList, CreateIpAccessListResponse>('POST', '/api/2.0/ip-access-lists', []),
  delete: /* @__PURE__ */ operation<DeleteIpAccessListRequest, void>('DELETE', '/api/2.0/ip-access-lists/{ipAccessListId}', []),
  get: /* @__PURE__ */ operation<GetIpAccessListRequest, FetchIpAccessListResponse>('GET', '/api/2.0/ip-access-lists/{ipAccessListId}', []),
  list: /* @__PURE__ */ operation<void, ListIpAccessListResponse>('GET', '/api/2.0/ip-access-lists', []),
  replace: /* @__PURE__ */ operation<ReplaceIpAccessList, void>('PUT', '/api/2.0/ip-access-lists/{ipAccessListId}', []),
  update: /* @__PURE__ */ operation<UpdateIpAccessList, void>('PATCH', '/api/2.0/ip-access-lists/{ipAccessListId}', []),
};

export const notificationDestinations = {
  create: /* @__PURE__ */ operation<CreateNotificationDestinationRequest, NotificationDestination>('POST', '/api/2.0/notification-destinations', []),
  delete: /* @__PURE__ */ operation<DeleteNotificationDestinationRequest, void>('DELETE', '/api/2.0/notification-destinations/{id}', []),
  get: /* @__PURE__ */ operation<GetNotificationDestinationRequest, NotificationDestination>('GET', '/api/2.0/notification-destinations/{id}', []),
  list: /* @__PURE__ */ operation<ListNotificationDestinationsRequest, ListNotificationDestinationsResponse>('GET', '/api/2.0/notification-destinations', ['page_size', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateNotificationDestinationRequest, NotificationDestination>('PATCH', '/api/2.0/notification-destinations/{id}', []),
};

export const restrictWorkspaceAdmins = {
  delete: /* @__PURE__ */ operation<DeleteRestrictWorkspaceAdminsSettingRequest, DeleteRestrictWorkspaceAdminsSettingResponse>('DELETE', '/api/2.0/settings/types/restrict_workspace_admins/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetRestrictWorkspaceAdminsSettingRequest, RestrictWorkspaceAdminsSetting>('GET', '/api/2.0/settings/types/restrict_workspace_admins/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateRestrictWorkspaceAdminsSettingRequest, RestrictWorkspaceAdminsSetting>('PATCH', '/api/2.0/settings/types/restrict_workspace_admins/names/default', []),
};

export const sqlResultsDownload = {
  delete: /* @__PURE__ */ operation<DeleteSqlResultsDownloadRequest, DeleteSqlResultsDownloadResponse>('DELETE', '/api/2.0/settings/types/sql_results_download/names/default', ['etag']),
  get: /* @__PURE__ */ operation<GetSqlResultsDownloadRequest, SqlResultsDownload>('GET', '/api/2.0/settings/types/sql_results_download/names/default', ['etag']),
  update: /* @__PURE__ */ operation<UpdateSqlResultsDownloadRequest, SqlResultsDownload>('PATCH', '/api/2.0/settings/types/sql_results_download/names/default', []),
};

export const tokenManagement = {
  createOboToken: /* @__PURE__ */ operation<CreateOboTokenRequest, CreateOboTokenResponse>('POST', '/api/2.0/token-management/on-behalf-of/tokens', []),
  delete: /* @__PURE__ */ operation<DeleteTokenManagementRequest, void>('DELETE', '/api/2.0/token-management/tokens/{tokenId}', []),
  get: /* @__PURE__ */ operation<GetTokenManagementRequest, GetTokenResponse>('GET', '/api/2.0/token-management/tokens/{tokenId}', []),
  getPermissionLevels: /* @__PURE__ */ operation<void, GetTokenPermissionLevelsResponse>('GET', '/api/2.0/permissions/authorization/tokens/permissionLevels', []),
  getPermissions: /* @__PURE__ */ operation<void, TokenPermissions>('GET', '/api/2.0/permissions/authorization/tokens', []),
  list: /* @__PURE__ */ operation<ListTokenManagementRequest, ListTokensResponse>('GET', '/api/2.0/token-management/tokens', ['created_by_id', 'created_by_username']),
  setPermissions: /* @__PURE__ */ operation<TokenPermissionsRequest, TokenPermissions>('PUT', '/api/2.0/permissions/authorization/tokens', []),
  updatePermissions: /* @__PURE__ */ operation<TokenPermissionsRequest, TokenPermissions>('PATCH', '/api/2.0/permissions/authorization/tokens', []),
  updateTokenManagement: /* @__PURE__ */ operation<UpdateTokenManagementRequest, TokenInfo>('PATCH', '/api/2.0/token-management/tokens/{tokenId}', []),
};

export const tokens = {
  create: /* @__PURE__ */ operation<CreateTokenRequest, CreateTokenResponse>('POST', '/api/2.0/token/create', []),
  delete: /* @__PURE__ */ operation<RevokeTokenRequest, void>('POST', '/api/2.0/token/delete', []),
  list: /* @__PURE__ */ operation<void, ListPublicTokensResponse>('GET', '/api/2.0/token/list', []),
  update: /* @__PURE__ */ operation<UpdateTokenRequest, UpdateTokenResponse>('PATCH', '/api/2.0/token/{tokenId}', []),
};

export const workspaceConf = {
  getStatus: /* @__PURE__ */ operation<GetStatusRequest, unknown>('GET', '/api/2.0/workspace-conf', ['keys']),
  setStatus: /* @__PURE__ */ operation<util.Map, void>('PATCH', '/api/2.0/workspace-conf', []),
};
