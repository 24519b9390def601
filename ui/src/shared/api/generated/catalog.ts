// Made from the official SDK by ./tarn api-types; a test compares the two. Do not edit.
import { operation } from '../operation';

export interface ArtifactAllowlistInfo {
  artifact_matchers?: ArtifactMatcher[];
  created_at?: number;
  created_by?: string;
  metastore_id?: string;
}

export interface ArtifactMatcher {
  artifact?: string;
  match_type?: MatchType;
}

export type ArtifactType = 'INIT_SCRIPT' | 'LIBRARY_JAR' | 'LIBRARY_MAVEN';

export interface AwsCredentials {
  access_key_id?: string;
  access_point?: string;
  secret_access_key?: string;
  session_token?: string;
}

export interface AwsIamRole {
  external_id?: string;
  role_arn?: string;
  unity_catalog_iam_arn?: string;
}

export interface AwsIamRoleRequest {
  role_arn?: string;
}

export interface AwsIamRoleResponse {
  external_id?: string;
  role_arn?: string;
  unity_catalog_iam_arn?: string;
}

export interface AwsSqsQueue {
  managed_resource_id?: string;
  queue_url?: string;
}

export interface AzureActiveDirectoryToken {
  aad_token?: string;
}

export interface AzureEncryptionSettings {
  azure_cmk_access_connector_id?: string;
  azure_cmk_managed_identity_id?: string;
  azure_tenant_id?: string;
}

export interface AzureManagedIdentity {
  access_connector_id?: string;
  credential_id?: string;
  managed_identity_id?: string;
}

export interface AzureManagedIdentityRequest {
  access_connector_id?: string;
  managed_identity_id?: string;
}

export interface AzureManagedIdentityResponse {
  access_connector_id?: string;
  credential_id?: string;
  managed_identity_id?: string;
}

export interface AzureQueueStorage {
  managed_resource_id?: string;
  queue_url?: string;
  resource_group?: string;
  subscription_id?: string;
}

export interface AzureServicePrincipal {
  application_id?: string;
  client_secret?: string;
  directory_id?: string;
}

export interface AzureUserDelegationSas {
  sas_token?: string;
}

export interface CatalogInfo {
  browse_only?: boolean;
  catalog_type?: CatalogType;
  comment?: string;
  connection_name?: string;
  created_at?: number;
  created_by?: string;
  custom_max_retention_hours?: number;
  effective_predictive_optimization_flag?: EffectivePredictiveOptimizationFlag;
  enable_predictive_optimization?: EnablePredictiveOptimization;
  full_name?: string;
  isolation_mode?: CatalogIsolationMode;
  managed_encryption_settings?: EncryptionSettings;
  metastore_id?: string;
  name?: string;
  options?: Record<string, string>;
  owner?: string;
  properties?: Record<string, string>;
  provider_name?: string;
  provisioning_info?: ProvisioningInfo;
  securable_type?: SecurableType;
  share_name?: string;
  storage_location?: string;
  storage_root?: string;
  updated_at?: number;
  updated_by?: string;
}

export type CatalogIsolationMode = 'ISOLATED' | 'OPEN';

export type CatalogType = 'DELTASHARING_CATALOG' | 'FOREIGN_CATALOG' | 'INTERNAL_CATALOG' | 'MANAGED_CATALOG' | 'MANAGED_ONLINE_CATALOG' | 'SYSTEM_CATALOG';

export interface CloudflareApiToken {
  access_key_id?: string;
  account_id?: string;
  secret_access_key?: string;
}

export interface ColumnInfo {
  comment?: string;
  mask?: ColumnMask;
  name?: string;
  nullable?: boolean;
  partition_index?: number;
  position?: number;
  type_interval_type?: string;
  type_json?: string;
  type_name?: ColumnTypeName;
  type_precision?: number;
  type_scale?: number;
  type_text?: string;
}

export interface ColumnMask {
  function_name?: string;
  using_arguments?: PolicyFunctionArgument[];
  using_column_names?: string[];
}

export type ColumnTypeName = 'ARRAY' | 'BINARY' | 'BOOLEAN' | 'BYTE' | 'CHAR' | 'DATE' | 'DECIMAL' | 'DOUBLE' | 'FLOAT' | 'GEOGRAPHY' | 'GEOMETRY' | 'INT' | 'INTERVAL' | 'LONG' | 'MAP' | 'NULL' | 'SHORT' | 'STRING' | 'STRUCT' | 'TABLE_TYPE' | 'TIMESTAMP' | 'TIMESTAMP_NTZ' | 'USER_DEFINED_TYPE' | 'VARIANT';

export interface ConnectionDependency {
  connection_name?: string;
}

export interface CreateCatalog {
  comment?: string;
  connection_name?: string;
  custom_max_retention_hours?: number;
  managed_encryption_settings?: EncryptionSettings;
  name?: string;
  options?: Record<string, string>;
  properties?: Record<string, string>;
  provider_name?: string;
  share_name?: string;
  storage_root?: string;
}

export interface CreateCredentialRequest {
  aws_iam_role?: AwsIamRole;
  azure_managed_identity?: AzureManagedIdentity;
  azure_service_principal?: AzureServicePrincipal;
  comment?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccount;
  name?: string;
  purpose?: CredentialPurpose;
  read_only?: boolean;
  skip_validation?: boolean;
}

export interface CreateEntityTagAssignmentRequest {
  tag_assignment?: EntityTagAssignment;
}

export interface CreateExternalLocation {
  comment?: string;
  credential_name?: string;
  effective_enable_file_events?: boolean;
  effective_file_event_queue?: FileEventQueue;
  enable_file_events?: boolean;
  encryption_details?: EncryptionDetails;
  fallback?: boolean;
  file_event_queue?: FileEventQueue;
  name?: string;
  read_only?: boolean;
  skip_validation?: boolean;
  url?: string;
}

export interface CreateFunction {
  catalog_name?: string;
  comment?: string;
  data_type?: ColumnTypeName;
  external_language?: string;
  external_name?: string;
  full_data_type?: string;
  input_params?: FunctionParameterInfos;
  is_deterministic?: boolean;
  is_null_call?: boolean;
  name?: string;
  parameter_style?: CreateFunctionParameterStyle;
  properties?: string;
  return_params?: FunctionParameterInfos;
  routine_body?: CreateFunctionRoutineBody;
  routine_definition?: string;
  routine_dependencies?: DependencyList;
  schema_name?: string;
  security_type?: CreateFunctionSecurityType;
  specific_name?: string;
  sql_data_access?: CreateFunctionSqlDataAccess;
  sql_path?: string;
}

export type CreateFunctionParameterStyle = 'S';

export interface CreateFunctionRequest {
  function_info?: CreateFunction;
}

export type CreateFunctionRoutineBody = 'EXTERNAL' | 'SQL';

export type CreateFunctionSecurityType = 'DEFINER';

export type CreateFunctionSqlDataAccess = 'CONTAINS_SQL' | 'NO_SQL' | 'READS_SQL_DATA';

export interface CreateMetastoreAssignment {
  default_catalog_name?: string;
  metastore_id?: string;
  workspaceId: number;
}

export interface CreateSchema {
  catalog_name?: string;
  comment?: string;
  custom_max_retention_hours?: number;
  name?: string;
  properties?: Record<string, string>;
  storage_root?: string;
}

export interface CreateStorageCredential {
  aws_iam_role?: AwsIamRoleRequest;
  azure_managed_identity?: AzureManagedIdentityRequest;
  azure_service_principal?: AzureServicePrincipal;
  cloudflare_api_token?: CloudflareApiToken;
  comment?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccountRequest;
  name?: string;
  read_only?: boolean;
  skip_validation?: boolean;
}

export interface CreateTableConstraint {
  constraint?: TableConstraint;
  full_name_arg?: string;
}

export interface CreateTableRequest {
  catalog_name?: string;
  columns?: ColumnInfo[];
  data_source_format?: DataSourceFormat;
  name?: string;
  properties?: Record<string, string>;
  schema_name?: string;
  storage_location?: string;
  table_type?: TableType;
}

export interface CreateVolumeRequestContent {
  catalog_name?: string;
  comment?: string;
  name?: string;
  schema_name?: string;
  storage_location?: string;
  volume_type?: VolumeType;
}

export interface CredentialDependency {
  credential_name?: string;
}

export interface CredentialInfo {
  aws_iam_role?: AwsIamRole;
  azure_managed_identity?: AzureManagedIdentity;
  azure_service_principal?: AzureServicePrincipal;
  comment?: string;
  created_at?: number;
  created_by?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccount;
  full_name?: string;
  id?: string;
  isolation_mode?: IsolationMode;
  metastore_id?: string;
  name?: string;
  owner?: string;
  purpose?: CredentialPurpose;
  read_only?: boolean;
  updated_at?: number;
  updated_by?: string;
  used_for_managed_storage?: boolean;
}

export type CredentialPurpose = 'SERVICE' | 'STORAGE';

export interface CredentialValidationResult {
  message?: string;
  result?: ValidateCredentialResult;
}

export type DataSourceFormat = 'AVRO' | 'BIGQUERY_FORMAT' | 'CSV' | 'DATABRICKS_FORMAT' | 'DATABRICKS_ROW_STORE_FORMAT' | 'DELTA' | 'DELTASHARING' | 'DELTA_UNIFORM_HUDI' | 'DELTA_UNIFORM_ICEBERG' | 'HIVE' | 'ICEBERG' | 'JSON' | 'MONGODB_FORMAT' | 'MYSQL_FORMAT' | 'NETSUITE_FORMAT' | 'ORACLE_FORMAT' | 'ORC' | 'PARQUET' | 'POSTGRESQL_FORMAT' | 'REDSHIFT_FORMAT' | 'SALESFORCE_DATA_CLOUD_FORMAT' | 'SALESFORCE_FORMAT' | 'SNOWFLAKE_FORMAT' | 'SQLDW_FORMAT' | 'SQLSERVER_FORMAT' | 'TERADATA_FORMAT' | 'TEXT' | 'UNITY_CATALOG' | 'VECTOR_INDEX_FORMAT' | 'WORKDAY_RAAS_FORMAT';

export interface DatabricksGcpServiceAccount {
  credential_id?: string;
  email?: string;
  private_key_id?: string;
}

export type DatabricksGcpServiceAccountRequest = Record<string, never>;

export interface DatabricksGcpServiceAccountResponse {
  credential_id?: string;
  email?: string;
}

export interface DeleteCatalogRequest {
  force?: boolean;
  name: string;
}

export interface DeleteCredentialRequest {
  force?: boolean;
  nameArg: string;
}

export interface DeleteEntityTagAssignmentRequest {
  entityName: string;
  entityType: string;
  tagKey: string;
}

export interface DeleteExternalLocationRequest {
  force?: boolean;
  name: string;
}

export interface DeleteFunctionRequest {
  force?: boolean;
  name: string;
}

export interface DeleteSchemaRequest {
  force?: boolean;
  fullName: string;
}

export interface DeleteStorageCredentialRequest {
  force?: boolean;
  name: string;
}

export interface DeleteTableConstraintRequest {
  cascade?: boolean;
  constraint_name?: string;
  fullName: string;
}

export interface DeleteTableRequest {
  fullName: string;
}

export interface DeleteVolumeRequest {
  name: string;
}

export interface DeltaRuntimePropertiesKvPairs {
  delta_runtime_properties?: Record<string, string>;
}

export type DeltaSharingScopeEnum = 'INTERNAL' | 'INTERNAL_AND_EXTERNAL';

export interface Dependency {
  connection?: ConnectionDependency;
  credential?: CredentialDependency;
  function?: FunctionDependency;
  table?: TableDependency;
}

export interface DependencyList {
  dependencies?: Dependency[];
}

export interface DisableRequest {
  metastoreId: string;
  schemaName: string;
}

export interface EffectivePermissionsList {
  next_page_token?: string;
  privilege_assignments?: EffectivePrivilegeAssignment[];
}

export interface EffectivePredictiveOptimizationFlag {
  inherited_from_name?: string;
  inherited_from_type?: EffectivePredictiveOptimizationFlagInheritedFromType;
  value?: EnablePredictiveOptimization;
}

export type EffectivePredictiveOptimizationFlagInheritedFromType = 'CATALOG' | 'SCHEMA';

export interface EffectivePrivilege {
  inherited_from_name?: string;
  inherited_from_type?: SecurableType;
  privilege?: Privilege;
}

export interface EffectivePrivilegeAssignment {
  principal?: string;
  privileges?: EffectivePrivilege[];
}

export type EnablePredictiveOptimization = 'DISABLE' | 'ENABLE' | 'INHERIT';

export interface EnableRequest {
  catalog_name?: string;
  metastoreId: string;
  schemaName: string;
}

export interface EncryptionDetails {
  sse_encryption_details?: SseEncryptionDetails;
}

export interface EncryptionSettings {
  azure_encryption_settings?: AzureEncryptionSettings;
  azure_key_vault_key_id?: string;
  customer_managed_key_id?: string;
}

export interface EntityTagAssignment {
  entity_name?: string;
  entity_type?: string;
  source_type?: TagAssignmentSourceType;
  tag_key?: string;
  tag_value?: string;
  update_time?: string;
  updated_by?: string;
}

export interface ExistsRequest {
  fullName: string;
}

export interface ExternalLocationInfo {
  browse_only?: boolean;
  comment?: string;
  created_at?: number;
  created_by?: string;
  credential_id?: string;
  credential_name?: string;
  effective_enable_file_events?: boolean;
  effective_file_event_queue?: FileEventQueue;
  enable_file_events?: boolean;
  encryption_details?: EncryptionDetails;
  fallback?: boolean;
  file_event_queue?: FileEventQueue;
  isolation_mode?: IsolationMode;
  metastore_id?: string;
  name?: string;
  owner?: string;
  read_only?: boolean;
  updated_at?: number;
  updated_by?: string;
  url?: string;
}

export interface FileEventQueue {
  managed_aqs?: AzureQueueStorage;
  managed_pubsub?: GcpPubsub;
  managed_sqs?: AwsSqsQueue;
  provided_aqs?: AzureQueueStorage;
  provided_pubsub?: GcpPubsub;
  provided_sqs?: AwsSqsQueue;
}

export interface ForeignKeyConstraint {
  child_columns?: string[];
  name?: string;
  parent_columns?: string[];
  parent_table?: string;
  rely?: boolean;
}

export interface FunctionDependency {
  function_full_name?: string;
}

export interface FunctionInfo {
  browse_only?: boolean;
  catalog_name?: string;
  comment?: string;
  created_at?: number;
  created_by?: string;
  data_type?: ColumnTypeName;
  external_language?: string;
  external_name?: string;
  full_data_type?: string;
  full_name?: string;
  function_id?: string;
  input_params?: FunctionParameterInfos;
  is_deterministic?: boolean;
  is_null_call?: boolean;
  metastore_id?: string;
  name?: string;
  owner?: string;
  parameter_style?: FunctionInfoParameterStyle;
  properties?: string;
  return_params?: FunctionParameterInfos;
  routine_body?: FunctionInfoRoutineBody;
  routine_definition?: string;
  routine_dependencies?: DependencyList;
  schema_name?: string;
  security_type?: FunctionInfoSecurityType;
  specific_name?: string;
  sql_data_access?: FunctionInfoSqlDataAccess;
  sql_path?: string;
  updated_at?: number;
  updated_by?: string;
}

export type FunctionInfoParameterStyle = 'S';

export type FunctionInfoRoutineBody = 'EXTERNAL' | 'SQL';

export type FunctionInfoSecurityType = 'DEFINER';

export type FunctionInfoSqlDataAccess = 'CONTAINS_SQL' | 'NO_SQL' | 'READS_SQL_DATA';

export interface FunctionParameterInfo {
  comment?: string;
  name?: string;
  parameter_default?: string;
  parameter_mode?: FunctionParameterMode;
  parameter_type?: FunctionParameterType;
  position?: number;
  type_interval_type?: string;
  type_json?: string;
  type_name?: ColumnTypeName;
  type_precision?: number;
  type_scale?: number;
  type_text?: string;
}

export interface FunctionParameterInfos {
  parameters?: FunctionParameterInfo[];
}

export type FunctionParameterMode = 'IN';

export type FunctionParameterType = 'COLUMN' | 'PARAM';

export interface GcpOauthToken {
  oauth_token?: string;
}

export interface GcpPubsub {
  managed_resource_id?: string;
  subscription_name?: string;
}

export interface GenerateTemporaryPathCredentialRequest {
  dry_run?: boolean;
  operation?: PathOperation;
  url?: string;
}

export interface GenerateTemporaryPathCredentialResponse {
  aws_temp_credentials?: AwsCredentials;
  azure_aad?: AzureActiveDirectoryToken;
  azure_user_delegation_sas?: AzureUserDelegationSas;
  expiration_time?: number;
  gcp_oauth_token?: GcpOauthToken;
  r2_temp_credentials?: R2Credentials;
  url?: string;
}

export interface GenerateTemporaryTableCredentialRequest {
  operation?: TableOperation;
  table_id?: string;
}

export interface GenerateTemporaryTableCredentialResponse {
  aws_temp_credentials?: AwsCredentials;
  azure_aad?: AzureActiveDirectoryToken;
  azure_user_delegation_sas?: AzureUserDelegationSas;
  expiration_time?: number;
  gcp_oauth_token?: GcpOauthToken;
  r2_temp_credentials?: R2Credentials;
  url?: string;
}

export interface GenerateTemporaryVolumeCredentialRequest {
  operation?: VolumeOperation;
  volume_id?: string;
}

export interface GenerateTemporaryVolumeCredentialResponse {
  aws_temp_credentials?: AwsCredentials;
  azure_aad?: AzureActiveDirectoryToken;
  azure_user_delegation_sas?: AzureUserDelegationSas;
  expiration_time?: number;
  gcp_oauth_token?: GcpOauthToken;
  r2_temp_credentials?: R2Credentials;
  url?: string;
}

export interface GetArtifactAllowlistRequest {
  artifactType: ArtifactType;
}

export interface GetBindingsRequest {
  max_results?: number;
  page_token?: string;
  securableName: string;
  securableType: string;
}

export interface GetCatalogRequest {
  include_browse?: boolean;
  name: string;
}

export interface GetCatalogWorkspaceBindingsResponse {
  workspaces?: number[];
}

export interface GetCredentialRequest {
  nameArg: string;
}

export interface GetEffectiveRequest {
  fullName: string;
  max_results?: number;
  page_token?: string;
  principal?: string;
  securableType: string;
}

export interface GetEntityTagAssignmentRequest {
  entityName: string;
  entityType: string;
  tagKey: string;
}

export interface GetExternalLocationRequest {
  include_browse?: boolean;
  name: string;
}

export interface GetFunctionRequest {
  include_browse?: boolean;
  name: string;
}

export interface GetGrantRequest {
  fullName: string;
  max_results?: number;
  page_token?: string;
  principal?: string;
  securableType: string;
}

export interface GetMetastoreRequest {
  id: string;
}

export interface GetMetastoreSummaryResponse {
  cloud?: string;
  created_at?: number;
  created_by?: string;
  default_data_access_config_id?: string;
  delta_sharing_organization_name?: string;
  delta_sharing_recipient_token_lifetime_in_seconds?: number;
  delta_sharing_scope?: DeltaSharingScopeEnum;
  external_access_enabled?: boolean;
  global_metastore_id?: string;
  metastore_id?: string;
  name?: string;
  owner?: string;
  privilege_model_version?: string;
  region?: string;
  storage_root?: string;
  storage_root_credential_id?: string;
  storage_root_credential_name?: string;
  updated_at?: number;
  updated_by?: string;
}

export interface GetPermissionsResponse {
  next_page_token?: string;
  privilege_assignments?: PrivilegeAssignment[];
}

export interface GetSchemaRequest {
  fullName: string;
  include_browse?: boolean;
}

export interface GetStorageCredentialRequest {
  name: string;
}

export interface GetTableRequest {
  fullName: string;
  include_browse?: boolean;
  include_delta_metadata?: boolean;
  include_manifest_capabilities?: boolean;
}

export interface GetWorkspaceBindingRequest {
  name: string;
}

export interface GetWorkspaceBindingsResponse {
  bindings?: WorkspaceBinding[];
  next_page_token?: string;
}

export type IsolationMode = 'ISOLATION_MODE_ISOLATED' | 'ISOLATION_MODE_OPEN';

export interface ListCatalogsRequest {
  include_browse?: boolean;
  include_unbound?: boolean;
  max_results?: number;
  page_token?: string;
}

export interface ListCatalogsResponse {
  catalogs?: CatalogInfo[];
  next_page_token?: string;
}

export interface ListCredentialsRequest {
  include_unbound?: boolean;
  max_results?: number;
  page_token?: string;
  purpose?: CredentialPurpose;
}

export interface ListCredentialsResponse {
  credentials?: CredentialInfo[];
  next_page_token?: string;
}

export interface ListEffectivePrivilegeAssignmentsRequest {
  fullName: string;
  page_size?: number;
  page_token?: string;
  principal?: string;
  securableType: string;
}

export interface ListEffectivePrivilegeAssignmentsResponse {
  effective_privilege_assignments?: EffectivePrivilegeAssignment[];
  next_page_token?: string;
}

export interface ListEntityTagAssignmentsRequest {
  entityName: string;
  entityType: string;
  max_results?: number;
  page_token?: string;
}

export interface ListEntityTagAssignmentsResponse {
  next_page_token?: string;
  tag_assignments?: EntityTagAssignment[];
}

export interface ListExternalLocationsRequest {
  include_browse?: boolean;
  include_unbound?: boolean;
  max_results?: number;
  page_token?: string;
}

export interface ListExternalLocationsResponse {
  external_locations?: ExternalLocationInfo[];
  next_page_token?: string;
}

export interface ListFunctionsRequest {
  catalog_name?: string;
  include_browse?: boolean;
  max_results?: number;
  page_token?: string;
  schema_name?: string;
}

export interface ListFunctionsResponse {
  functions?: FunctionInfo[];
  next_page_token?: string;
}

export interface ListMetastoresRequest {
  max_results?: number;
  page_token?: string;
}

export interface ListMetastoresResponse {
  metastores?: MetastoreInfo[];
  next_page_token?: string;
}

export interface ListPrivilegeAssignmentsRequest {
  fullName: string;
  page_size?: number;
  page_token?: string;
  principal?: string;
  securableType: string;
}

export interface ListPrivilegeAssignmentsResponse {
  next_page_token?: string;
  privilege_assignments?: PrivilegeAssignment[];
}

export interface ListSchemasRequest {
  catalog_name?: string;
  include_browse?: boolean;
  max_results?: number;
  page_token?: string;
}

export interface ListSchemasResponse {
  next_page_token?: string;
  schemas?: SchemaInfo[];
}

export interface ListStorageCredentialsRequest {
  include_unbound?: boolean;
  max_results?: number;
  page_token?: string;
}

export interface ListStorageCredentialsResponse {
  next_page_token?: string;
  storage_credentials?: StorageCredentialInfo[];
}

export interface ListSummariesRequest {
  catalog_name?: string;
  include_manifest_capabilities?: boolean;
  max_results?: number;
  page_token?: string;
  schema_name_pattern?: string;
  table_name_pattern?: string;
}

export interface ListSystemSchemasRequest {
  max_results?: number;
  metastoreId: string;
  page_token?: string;
}

export interface ListSystemSchemasResponse {
  next_page_token?: string;
  schemas?: SystemSchemaInfo[];
}

export interface ListTableSummariesResponse {
  next_page_token?: string;
  tables?: TableSummary[];
}

export interface ListTablesRequest {
  catalog_name?: string;
  include_browse?: boolean;
  include_manifest_capabilities?: boolean;
  max_results?: number;
  omit_columns?: boolean;
  omit_properties?: boolean;
  omit_username?: boolean;
  page_token?: string;
  schema_name?: string;
}

export interface ListTablesResponse {
  next_page_token?: string;
  tables?: TableInfo[];
}

export interface ListVolumesRequest {
  catalog_name?: string;
  include_browse?: boolean;
  max_results?: number;
  page_token?: string;
  schema_name?: string;
}

export interface ListVolumesResponseContent {
  next_page_token?: string;
  volumes?: VolumeInfo[];
}

export type MatchType = 'PREFIX_MATCH';

export interface MetastoreAssignment {
  default_catalog_name?: string;
  metastore_id?: string;
  workspace_id?: number;
}

export interface MetastoreInfo {
  cloud?: string;
  created_at?: number;
  created_by?: string;
  default_data_access_config_id?: string;
  delta_sharing_organization_name?: string;
  delta_sharing_recipient_token_lifetime_in_seconds?: number;
  delta_sharing_scope?: DeltaSharingScopeEnum;
  external_access_enabled?: boolean;
  global_metastore_id?: string;
  metastore_id?: string;
  name?: string;
  owner?: string;
  privilege_model_version?: string;
  region?: string;
  storage_root?: string;
  storage_root_credential_id?: string;
  storage_root_credential_name?: string;
  updated_at?: number;
  updated_by?: string;
}

export interface NamedTableConstraint {
  name?: string;
}

export interface OptionSpec {
  allowed_values?: string[];
  default_value?: string;
  description?: string;
  hint?: string;
  is_copiable?: boolean;
  is_creatable?: boolean;
  is_hidden?: boolean;
  is_loggable?: boolean;
  is_required?: boolean;
  is_secret?: boolean;
  is_updatable?: boolean;
  name?: string;
  oauth_stage?: OptionSpecOauthStage;
  type?: OptionSpecOptionType;
}

export type OptionSpecOauthStage = 'BEFORE_ACCESS_TOKEN' | 'BEFORE_AUTHORIZATION_CODE';

export type OptionSpecOptionType = 'OPTION_BIGINT' | 'OPTION_BOOLEAN' | 'OPTION_ENUM' | 'OPTION_MULTILINE_STRING' | 'OPTION_NUMBER' | 'OPTION_SERVICE_CREDENTIAL' | 'OPTION_STRING';

export type PathOperation = 'PATH_CREATE_TABLE' | 'PATH_READ' | 'PATH_READ_WRITE';

export interface PermissionsChange {
  add?: Privilege[];
  principal?: string;
  remove?: Privilege[];
}

export interface PolicyFunctionArgument {
  column?: string;
  constant?: string;
}

export interface PrimaryKeyConstraint {
  child_columns?: string[];
  name?: string;
  rely?: boolean;
  timeseries_columns?: string[];
}

export type Privilege = 'ACCESS' | 'ALL_PRIVILEGES' | 'APPLY_TAG' | 'BROWSE' | 'CREATE' | 'CREATE_CATALOG' | 'CREATE_CLEAN_ROOM' | 'CREATE_CONNECTION' | 'CREATE_EXTERNAL_LOCATION' | 'CREATE_EXTERNAL_TABLE' | 'CREATE_EXTERNAL_VOLUME' | 'CREATE_FOREIGN_CATALOG' | 'CREATE_FOREIGN_SECURABLE' | 'CREATE_FUNCTION' | 'CREATE_MANAGED_STORAGE' | 'CREATE_MATERIALIZED_VIEW' | 'CREATE_MODEL' | 'CREATE_PROVIDER' | 'CREATE_RECIPIENT' | 'CREATE_SCHEMA' | 'CREATE_SERVICE_CREDENTIAL' | 'CREATE_SHARE' | 'CREATE_STORAGE_CREDENTIAL' | 'CREATE_TABLE' | 'CREATE_VIEW' | 'CREATE_VOLUME' | 'EXECUTE' | 'EXECUTE_CLEAN_ROOM_TASK' | 'EXTERNAL_USE_SCHEMA' | 'MANAGE' | 'MANAGE_ALLOWLIST' | 'MODIFY' | 'MODIFY_CLEAN_ROOM' | 'READ_FILES' | 'READ_METADATA' | 'READ_PRIVATE_FILES' | 'READ_VOLUME' | 'REFRESH' | 'SELECT' | 'SET_SHARE_PERMISSION' | 'USAGE' | 'USE_CATALOG' | 'USE_CONNECTION' | 'USE_MARKETPLACE_ASSETS' | 'USE_PROVIDER' | 'USE_RECIPIENT' | 'USE_SCHEMA' | 'USE_SHARE' | 'WRITE_FILES' | 'WRITE_PRIVATE_FILES' | 'WRITE_VOLUME';

export interface PrivilegeAssignment {
  principal?: string;
  privileges?: Privilege[];
}

export interface ProvisioningInfo {
  state?: ProvisioningInfoState;
}

export type ProvisioningInfoState = 'ACTIVE' | 'DEGRADED' | 'DELETING' | 'FAILED' | 'PROVISIONING' | 'UPDATING';

export interface R2Credentials {
  access_key_id?: string;
  secret_access_key?: string;
  session_token?: string;
}

export interface ReadVolumeRequest {
  include_browse?: boolean;
  name: string;
}

export interface SchemaInfo {
  browse_only?: boolean;
  catalog_name?: string;
  catalog_type?: CatalogType;
  comment?: string;
  created_at?: number;
  created_by?: string;
  custom_max_retention_hours?: number;
  effective_predictive_optimization_flag?: EffectivePredictiveOptimizationFlag;
  enable_predictive_optimization?: EnablePredictiveOptimization;
  full_name?: string;
  metastore_id?: string;
  name?: string;
  owner?: string;
  properties?: Record<string, string>;
  schema_id?: string;
  storage_location?: string;
  storage_root?: string;
  updated_at?: number;
  updated_by?: string;
}

export type SecurableKind = 'TABLE_DB_STORAGE' | 'TABLE_DELTA' | 'TABLE_DELTASHARING' | 'TABLE_DELTASHARING_MUTABLE' | 'TABLE_DELTASHARING_OPEN_DIR_BASED' | 'TABLE_DELTA_EXTERNAL' | 'TABLE_DELTA_ICEBERG_DELTASHARING' | 'TABLE_DELTA_ICEBERG_MANAGED' | 'TABLE_DELTA_UNIFORM_HUDI_EXTERNAL' | 'TABLE_DELTA_UNIFORM_ICEBERG_EXTERNAL' | 'TABLE_DELTA_UNIFORM_ICEBERG_EXTERNAL_DELTASHARING' | 'TABLE_DELTA_UNIFORM_ICEBERG_FOREIGN_DELTASHARING' | 'TABLE_DELTA_UNIFORM_ICEBERG_FOREIGN_HIVE_METASTORE_EXTERNAL' | 'TABLE_DELTA_UNIFORM_ICEBERG_FOREIGN_HIVE_METASTORE_MANAGED' | 'TABLE_DELTA_UNIFORM_ICEBERG_FOREIGN_SNOWFLAKE' | 'TABLE_EXTERNAL' | 'TABLE_FEATURE_STORE' | 'TABLE_FEATURE_STORE_EXTERNAL' | 'TABLE_FOREIGN_BIGQUERY' | 'TABLE_FOREIGN_DATABRICKS' | 'TABLE_FOREIGN_DELTASHARING' | 'TABLE_FOREIGN_HIVE_METASTORE' | 'TABLE_FOREIGN_HIVE_METASTORE_DBFS_EXTERNAL' | 'TABLE_FOREIGN_HIVE_METASTORE_DBFS_MANAGED' | 'TABLE_FOREIGN_HIVE_METASTORE_DBFS_SHALLOW_CLONE_EXTERNAL' | 'TABLE_FOREIGN_HIVE_METASTORE_DBFS_SHALLOW_CLONE_MANAGED' | 'TABLE_FOREIGN_HIVE_METASTORE_DBFS_VIEW' | 'TABLE_FOREIGN_HIVE_METASTORE_EXTERNAL' | 'TABLE_FOREIGN_HIVE_METASTORE_MANAGED' | 'TABLE_FOREIGN_HIVE_METASTORE_SHALLOW_CLONE_EXTERNAL' | 'TABLE_FOREIGN_HIVE_METASTORE_SHALLOW_CLONE_MANAGED' | 'TABLE_FOREIGN_HIVE_METASTORE_VIEW' | 'TABLE_FOREIGN_MONGODB' | 'TABLE_FOREIGN_MYSQL' | 'TABLE_FOREIGN_NETSUITE' | 'TABLE_FOREIGN_ORACLE' | 'TABLE_FOREIGN_POSTGRESQL' | 'TABLE_FOREIGN_REDSHIFT' | 'TABLE_FOREIGN_SALESFORCE' | 'TABLE_FOREIGN_SALESFORCE_DATA_CLOUD' | 'TABLE_FOREIGN_SALESFORCE_DATA_CLOUD_FILE_SHARING' | 'TABLE_FOREIGN_SALESFORCE_DATA_CLOUD_FILE_SHARING_VIEW' | 'TABLE_FOREIGN_SNOWFLAKE' | 'TABLE_FOREIGN_SQLDW' | 'TABLE_FOREIGN_SQLSERVER' | 'TABLE_FOREIGN_TERADATA' | 'TABLE_FOREIGN_WORKDAY_RAAS' | 'TABLE_ICEBERG_UNIFORM_MANAGED' | 'TABLE_INTERNAL' | 'TABLE_MANAGED_POSTGRESQL' | 'TABLE_MATERIALIZED_VIEW' | 'TABLE_MATERIALIZED_VIEW_DELTASHARING' | 'TABLE_METRIC_VIEW' | 'TABLE_METRIC_VIEW_DELTASHARING' | 'TABLE_ONLINE_VECTOR_INDEX_DIRECT' | 'TABLE_ONLINE_VECTOR_INDEX_REPLICA' | 'TABLE_ONLINE_VIEW' | 'TABLE_STANDARD' | 'TABLE_STREAMING_LIVE_TABLE' | 'TABLE_STREAMING_LIVE_TABLE_DELTASHARING' | 'TABLE_SYSTEM' | 'TABLE_SYSTEM_DELTASHARING' | 'TABLE_VIEW' | 'TABLE_VIEW_DELTASHARING';

export interface SecurableKindManifest {
  assignable_privileges?: string[];
  capabilities?: string[];
  options?: OptionSpec[];
  securable_kind?: SecurableKind;
  securable_type?: SecurableType;
}

export type SecurableType = 'CATALOG' | 'CLEAN_ROOM' | 'CONNECTION' | 'CREDENTIAL' | 'EXTERNAL_LOCATION' | 'EXTERNAL_METADATA' | 'FUNCTION' | 'METASTORE' | 'PIPELINE' | 'PROVIDER' | 'RECIPIENT' | 'SCHEMA' | 'SHARE' | 'STAGING_TABLE' | 'STORAGE_CREDENTIAL' | 'TABLE' | 'VOLUME';

export interface SetArtifactAllowlist {
  artifact_matchers?: ArtifactMatcher[];
  artifactType: ArtifactType;
  created_at?: number;
  created_by?: string;
  metastore_id?: string;
}

export interface SseEncryptionDetails {
  algorithm?: SseEncryptionDetailsAlgorithm;
  aws_kms_key_arn?: string;
}

export type SseEncryptionDetailsAlgorithm = 'AWS_SSE_KMS' | 'AWS_SSE_S3';

export interface StorageCredentialInfo {
  aws_iam_role?: AwsIamRoleResponse;
  azure_managed_identity?: AzureManagedIdentityResponse;
  azure_service_principal?: AzureServicePrincipal;
  cloudflare_api_token?: CloudflareApiToken;
  comment?: string;
  created_at?: number;
  created_by?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccountResponse;
  full_name?: string;
  id?: string;
  isolation_mode?: IsolationMode;
  metastore_id?: string;
  name?: string;
  owner?: string;
  read_only?: boolean;
  updated_at?: number;
  updated_by?: string;
  used_for_managed_storage?: boolean;
}

export interface SystemSchemaInfo {
  schema?: string;
  state?: string;
}

export interface TableConstraint {
  foreign_key_constraint?: ForeignKeyConstraint;
  named_table_constraint?: NamedTableConstraint;
  primary_key_constraint?: PrimaryKeyConstraint;
}

export interface TableDependency {
  table_full_name?: string;
}

export interface TableExistsResponse {
  table_exists?: boolean;
}

export interface TableInfo {
  access_point?: string;
  browse_only?: boolean;
  catalog_name?: string;
  columns?: ColumnInfo[];
  comment?: string;
  created_at?: number;
  created_by?: string;
  data_access_configuration_id?: string;
  data_source_format?: DataSourceFormat;
  deleted_at?: number;
  delta_runtime_properties_kvpairs?: DeltaRuntimePropertiesKvPairs;
  effective_predictive_optimization_flag?: EffectivePredictiveOptimizationFlag;
  enable_predictive_optimization?: EnablePredictiveOptimization;
  encryption_details?: EncryptionDetails;
  full_name?: string;
  metastore_id?: string;
  name?: string;
  owner?: string;
  pipeline_id?: string;
  properties?: Record<string, string>;
  row_filter?: TableRowFilter;
  schema_name?: string;
  securable_kind_manifest?: SecurableKindManifest;
  sql_path?: string;
  storage_credential_name?: string;
  storage_location?: string;
  table_constraints?: TableConstraint[];
  table_id?: string;
  table_type?: TableType;
  updated_at?: number;
  updated_by?: string;
  view_definition?: string;
  view_dependencies?: DependencyList;
}

export type TableOperation = 'READ' | 'READ_WRITE';

export interface TableRowFilter {
  function_name?: string;
  input_arguments?: PolicyFunctionArgument[];
  input_column_names?: string[];
}

export interface TableSummary {
  full_name?: string;
  securable_kind_manifest?: SecurableKindManifest;
  table_type?: TableType;
}

export type TableType = 'EXTERNAL' | 'EXTERNAL_SHALLOW_CLONE' | 'FOREIGN' | 'MANAGED' | 'MANAGED_SHALLOW_CLONE' | 'MATERIALIZED_VIEW' | 'METRIC_VIEW' | 'STREAMING_TABLE' | 'VIEW';

export type TagAssignmentSourceType = 'TAG_ASSIGNMENT_SOURCE_TYPE_SYSTEM_DATA_CLASSIFICATION';

export interface UpdateCatalog {
  comment?: string;
  custom_max_retention_hours?: number;
  enable_predictive_optimization?: EnablePredictiveOptimization;
  isolation_mode?: CatalogIsolationMode;
  managed_encryption_settings?: EncryptionSettings;
  name: string;
  new_name?: string;
  options?: Record<string, string>;
  owner?: string;
  properties?: Record<string, string>;
}

export interface UpdateCatalogWorkspaceBindingsResponse {
  workspaces?: number[];
}

export interface UpdateCredentialRequest {
  aws_iam_role?: AwsIamRole;
  azure_managed_identity?: AzureManagedIdentity;
  azure_service_principal?: AzureServicePrincipal;
  comment?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccount;
  force?: boolean;
  isolation_mode?: IsolationMode;
  nameArg: string;
  new_name?: string;
  owner?: string;
  read_only?: boolean;
  skip_validation?: boolean;
}

export interface UpdateEntityTagAssignmentRequest {
  entityName: string;
  entityType: string;
  tag_assignment?: EntityTagAssignment;
  tagKey: string;
  update_mask?: string;
}

export interface UpdateExternalLocation {
  comment?: string;
  credential_name?: string;
  effective_enable_file_events?: boolean;
  effective_file_event_queue?: FileEventQueue;
  enable_file_events?: boolean;
  encryption_details?: EncryptionDetails;
  fallback?: boolean;
  file_event_queue?: FileEventQueue;
  force?: boolean;
  isolation_mode?: IsolationMode;
  name: string;
  new_name?: string;
  owner?: string;
  read_only?: boolean;
  skip_validation?: boolean;
  url?: string;
}

export interface UpdateFunction {
  name: string;
  owner?: string;
}

export interface UpdateMetastore {
  delta_sharing_organization_name?: string;
  delta_sharing_recipient_token_lifetime_in_seconds?: number;
  delta_sharing_scope?: DeltaSharingScopeEnum;
  external_access_enabled?: boolean;
  id: string;
  new_name?: string;
  owner?: string;
  privilege_model_version?: string;
  storage_root_credential_id?: string;
}

export interface UpdateMetastoreAssignment {
  default_catalog_name?: string;
  metastore_id?: string;
  workspaceId: number;
}

export interface UpdatePermissions {
  changes?: PermissionsChange[];
  fullName: string;
  omit_permissions_in_response?: boolean;
  securableType: string;
}

export interface UpdatePermissionsResponse {
  privilege_assignments?: PrivilegeAssignment[];
}

export interface UpdateSchema {
  comment?: string;
  custom_max_retention_hours?: number;
  enable_predictive_optimization?: EnablePredictiveOptimization;
  fullName: string;
  new_name?: string;
  owner?: string;
  properties?: Record<string, string>;
}

export interface UpdateStorageCredential {
  aws_iam_role?: AwsIamRoleRequest;
  azure_managed_identity?: AzureManagedIdentityResponse;
  azure_service_principal?: AzureServicePrincipal;
  cloudflare_api_token?: CloudflareApiToken;
  comment?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccountRequest;
  force?: boolean;
  isolation_mode?: IsolationMode;
  name: string;
  new_name?: string;
  owner?: string;
  read_only?: boolean;
  skip_validation?: boolean;
}

export interface UpdateTableRequest {
  fullName: string;
  owner?: string;
}

export interface UpdateVolumeRequestContent {
  comment?: string;
  name: string;
  new_name?: string;
  owner?: string;
}

export interface UpdateWorkspaceBindings {
  assign_workspaces?: number[];
  name: string;
  unassign_workspaces?: number[];
}

export interface UpdateWorkspaceBindingsParameters {
  add?: WorkspaceBinding[];
  remove?: WorkspaceBinding[];
  securableName: string;
  securableType: string;
}

export interface UpdateWorkspaceBindingsResponse {
  bindings?: WorkspaceBinding[];
}

export interface ValidateCredentialRequest {
  aws_iam_role?: AwsIamRole;
  azure_managed_identity?: AzureManagedIdentity;
  credential_name?: string;
  databricks_gcp_service_account?: DatabricksGcpServiceAccount;
  external_location_name?: string;
  purpose?: CredentialPurpose;
  read_only?: boolean;
  url?: string;
}

export interface ValidateCredentialResponse {
  isDir?: boolean;
  results?: CredentialValidationResult[];
}

export type ValidateCredentialResult = 'FAIL' | 'PASS' | 'SKIP';

export interface ValidateStorageCredential {
  aws_iam_role?: AwsIamRoleRequest;
  azure_managed_identity?: AzureManagedIdentityRequest;
  azure_service_principal?: AzureServicePrincipal;
  cloudflare_api_token?: CloudflareApiToken;
  databricks_gcp_service_account?: DatabricksGcpServiceAccountRequest;
  external_location_name?: string;
  read_only?: boolean;
  storage_credential_name?: string;
  url?: string;
}

export interface ValidateStorageCredentialResponse {
  isDir?: boolean;
  results?: ValidationResult[];
}

export interface ValidationResult {
  message?: string;
  operation?: ValidationResultOperation;
  result?: ValidationResultResult;
}

export type ValidationResultOperation = 'DELETE' | 'LIST' | 'PATH_EXISTS' | 'READ' | 'WRITE';

export type ValidationResultResult = 'FAIL' | 'PASS' | 'SKIP';

export interface VolumeInfo {
  access_point?: string;
  browse_only?: boolean;
  catalog_name?: string;
  comment?: string;
  created_at?: number;
  created_by?: string;
  encryption_details?: EncryptionDetails;
  full_name?: string;
  metastore_id?: string;
  name?: string;
  owner?: string;
  schema_name?: string;
  storage_location?: string;
  updated_at?: number;
  updated_by?: string;
  volume_id?: string;
  volume_type?: VolumeType;
}

export type VolumeOperation = 'READ_VOLUME' | 'WRITE_VOLUME';

export type VolumeType = 'EXTERNAL' | 'MANAGED';

export interface WorkspaceBinding {
  binding_type?: WorkspaceBindingBindingType;
  workspace_id?: number;
}

export type WorkspaceBindingBindingType = 'BINDING_TYPE_READ_ONLY' | 'BINDING_TYPE_READ_WRITE';

export const artifactAllowlists = {
  get: /* @__PURE__ */ operation<GetArtifactAllowlistRequest, ArtifactAllowlistInfo>('GET', '/api/2.1/unity-catalog/artifact-allowlists/{artifactType}', []),
  update: /* @__PURE__ */ operation<SetArtifactAllowlist, ArtifactAllowlistInfo>('PUT', '/api/2.1/unity-catalog/artifact-allowlists/{artifactType}', []),
};

export const catalogs = {
  create: /* @__PURE__ */ operation<CreateCatalog, CatalogInfo>('POST', '/api/2.1/unity-catalog/catalogs', []),
  delete: /* @__PURE__ */ operation<DeleteCatalogRequest, void>('DELETE', '/api/2.1/unity-catalog/catalogs/{name}', ['force']),
  get: /* @__PURE__ */ operation<GetCatalogRequest, CatalogInfo>('GET', '/api/2.1/unity-catalog/catalogs/{name}', ['include_browse']),
  list: /* @__PURE__ */ operation<ListCatalogsRequest, ListCatalogsResponse>('GET', '/api/2.1/unity-catalog/catalogs', ['include_browse', 'include_unbound', 'max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateCatalog, CatalogInfo>('PATCH', '/api/2.1/unity-catalog/catalogs/{name}', []),
};

export const credentials = {
  createCredential: /* @__PURE__ */ operation<CreateCredentialRequest, CredentialInfo>('POST', '/api/2.1/unity-catalog/credentials', []),
  deleteCredential: /* @__PURE__ */ operation<DeleteCredentialRequest, void>('DELETE', '/api/2.1/unity-catalog/credentials/{nameArg}', ['force']),
  getCredential: /* @__PURE__ */ operation<GetCredentialRequest, CredentialInfo>('GET', '/api/2.1/unity-catalog/credentials/{nameArg}', []),
  listCredentials: /* @__PURE__ */ operation<ListCredentialsRequest, ListCredentialsResponse>('GET', '/api/2.1/unity-catalog/credentials', ['include_unbound', 'max_results', 'page_token', 'purpose']),
  updateCredential: /* @__PURE__ */ operation<UpdateCredentialRequest, CredentialInfo>('PATCH', '/api/2.1/unity-catalog/credentials/{nameArg}', []),
  validateCredential: /* @__PURE__ */ operation<ValidateCredentialRequest, ValidateCredentialResponse>('POST', '/api/2.1/unity-catalog/validate-credentials', []),
};

export const entityTagAssignments = {
  create: /* @__PURE__ */ operation<CreateEntityTagAssignmentRequest, EntityTagAssignment>('POST', '/api/2.1/unity-catalog/entity-tag-assignments', [], 'tag_assignment'),
  delete: /* @__PURE__ */ operation<DeleteEntityTagAssignmentRequest, void>('DELETE', '/api/2.1/unity-catalog/entity-tag-assignments/{entityType}/{entityName}/tags/{tagKey}', []),
  get: /* @__PURE__ */ operation<GetEntityTagAssignmentRequest, EntityTagAssignment>('GET', '/api/2.1/unity-catalog/entity-tag-assignments/{entityType}/{entityName}/tags/{tagKey}', []),
  list: /* @__PURE__ */ operation<ListEntityTagAssignmentsRequest, ListEntityTagAssignmentsResponse>('GET', '/api/2.1/unity-catalog/entity-tag-assignments/{entityType}/{entityName}/tags', ['max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateEntityTagAssignmentRequest, EntityTagAssignment>('PATCH', '/api/2.1/unity-catalog/entity-tag-assignments/{entityType}/{entityName}/tags/{tagKey}', ['update_mask'], 'tag_assignment'),
};

export const externalLocations = {
  create: /* @__PURE__ */ operation<CreateExternalLocation, ExternalLocationInfo>('POST', '/api/2.1/unity-catalog/external-locations', []),
  delete: /* @__PURE__ */ operation<DeleteExternalLocationRequest, void>('DELETE', '/api/2.1/unity-catalog/external-locations/{name}', ['force']),
  get: /* @__PURE__ */ operation<GetExternalLocationRequest, ExternalLocationInfo>('GET', '/api/2.1/unity-catalog/external-locations/{name}', ['include_browse']),
  list: /* @__PURE__ */ operation<ListExternalLocationsRequest, ListExternalLocationsResponse>('GET', '/api/2.1/unity-catalog/external-locations', ['include_browse', 'include_unbound', 'max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateExternalLocation, ExternalLocationInfo>('PATCH', '/api/2.1/unity-catalog/external-locations/{name}', []),
};

export const functions = {
  create: /* @__PURE__ */ operation<CreateFunctionRequest, FunctionInfo>('POST', '/api/2.1/unity-catalog/functions', []),
  delete: /* @__PURE__ */ operation<DeleteFunctionRequest, void>('DELETE', '/api/2.1/unity-catalog/functions/{name}', ['force']),
  get: /* @__PURE__ */ operation<GetFunctionRequest, FunctionInfo>('GET', '/api/2.1/unity-catalog/functions/{name}', ['include_browse']),
  list: /* @__PURE__ */ operation<ListFunctionsRequest, ListFunctionsResponse>('GET', '/api/2.1/unity-catalog/functions', ['catalog_name', 'include_browse', 'max_results', 'page_token', 'schema_name']),
  update: /* @__PURE__ */ operation<UpdateFunction, FunctionInfo>('PATCH', '/api/2.1/unity-catalog/functions/{name}', []),
};

export const grants = {
  get: /* @__PURE__ */ operation<GetGrantRequest, GetPermissionsResponse>('GET', '/api/2.1/unity-catalog/permissions/{securableType}/{fullName}', ['max_results', 'page_token', 'principal']),
  getEffective: /* @__PURE__ */ operation<GetEffectiveRequest, EffectivePermissionsList>('GET', '/api/2.1/unity-catalog/effective-permissions/{securableType}/{fullName}', ['max_results', 'page_token', 'principal']),
  list: /* @__PURE__ */ operation<ListPrivilegeAssignmentsRequest, ListPrivilegeAssignmentsResponse>('GET', '/api/2.1/unity-catalog/privilege-assignments/{securableType}/{fullName}', ['page_size', 'page_token', 'principal']),
  listEffective: /* @__PURE__ */ operation<ListEffectivePrivilegeAssignmentsRequest, ListEffectivePrivilegeAssignmentsResponse>('GET', '/api/2.1/unity-catalog/effective-privilege-assignments/{securableType}/{fullName}', ['page_size', 'page_token', 'principal']),
  update: /* @__PURE__ */ operation<UpdatePermissions, UpdatePermissionsResponse>('PATCH', '/api/2.1/unity-catalog/permissions/{securableType}/{fullName}', []),
};

export const metastores = {
  assign: /* @__PURE__ */ operation<CreateMetastoreAssignment, void>('PUT', '/api/2.1/unity-catalog/workspaces/{workspaceId}/metastore', []),
  current: /* @__PURE__ */ operation<void, MetastoreAssignment>('GET', '/api/2.1/unity-catalog/current-metastore-assignment', []),
  get: /* @__PURE__ */ operation<GetMetastoreRequest, MetastoreInfo>('GET', '/api/2.1/unity-catalog/metastores/{id}', []),
  list: /* @__PURE__ */ operation<ListMetastoresRequest, ListMetastoresResponse>('GET', '/api/2.1/unity-catalog/metastores', ['max_results', 'page_token']),
  summary: /* @__PURE__ */ operation<void, GetMetastoreSummaryResponse>('GET', '/api/2.1/unity-catalog/metastore_summary', []),
  update: /* @__PURE__ */ operation<UpdateMetastore, MetastoreInfo>('PATCH', '/api/2.1/unity-catalog/metastores/{id}', []),
  updateAssignment: /* @__PURE__ */ operation<UpdateMetastoreAssignment, void>('PATCH', '/api/2.1/unity-catalog/workspaces/{workspaceId}/metastore', []),
};

export const schemas = {
  create: /* @__PURE__ */ operation<CreateSchema, SchemaInfo>('POST', '/api/2.1/unity-catalog/schemas', []),
  delete: /* @__PURE__ */ operation<DeleteSchemaRequest, void>('DELETE', '/api/2.1/unity-catalog/schemas/{fullName}', ['force']),
  get: /* @__PURE__ */ operation<GetSchemaRequest, SchemaInfo>('GET', '/api/2.1/unity-catalog/schemas/{fullName}', ['include_browse']),
  list: /* @__PURE__ */ operation<ListSchemasRequest, ListSchemasResponse>('GET', '/api/2.1/unity-catalog/schemas', ['catalog_name', 'include_browse', 'max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateSchema, SchemaInfo>('PATCH', '/api/2.1/unity-catalog/schemas/{fullName}', []),
};

export const storageCredentials = {
  create: /* @__PURE__ */ operation<CreateStorageCredential, StorageCredentialInfo>('POST', '/api/2.1/unity-catalog/storage-credentials', []),
  delete: /* @__PURE__ */ operation<DeleteStorageCredentialRequest, void>('DELETE', '/api/2.1/unity-catalog/storage-credentials/{name}', ['force']),
  get: /* @__PURE__ */ operation<GetStorageCredentialRequest, StorageCredentialInfo>('GET', '/api/2.1/unity-catalog/storage-credentials/{name}', []),
  list: /* @__PURE__ */ operation<ListStorageCredentialsRequest, ListStorageCredentialsResponse>('GET', '/api/2.1/unity-catalog/storage-credentials', ['include_unbound', 'max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateStorageCredential, StorageCredentialInfo>('PATCH', '/api/2.1/unity-catalog/storage-credentials/{name}', []),
  validate: /* @__PURE__ */ operation<ValidateStorageCredential, ValidateStorageCredentialResponse>('POST', '/api/2.1/unity-catalog/validate-storage-credentials', []),
};

export const systemSchemas = {
  disable: /* @__PURE__ */ operation<DisableRequest, void>('DELETE', '/api/2.1/unity-catalog/metastores/{metastoreId}/systemschemas/{schemaName}', []),
  enable: /* @__PURE__ */ operation<EnableRequest, void>('PUT', '/api/2.1/unity-catalog/metastores/{metastoreId}/systemschemas/{schemaName}', []),
  list: /* @__PURE__ */ operation<ListSystemSchemasRequest, ListSystemSchemasResponse>('GET', '/api/2.1/unity-catalog/metastores/{metastoreId}/systemschemas', ['max_results', 'page_token']),
};

export const tableConstraints = {
  create: /* @__PURE__ */ operation<CreateTableConstraint, TableConstraint>('POST', '/api/2.1/unity-catalog/constraints', []),
  delete: /* @__PURE__ */ operation<DeleteTableConstraintRequest, void>('DELETE', '/api/2.1/unity-catalog/constraints/{fullName}', ['cascade', 'constraint_name']),
};

export const tables = {
  create: /* @__PURE__ */ operation<CreateTableRequest, TableInfo>('POST', '/api/2.1/unity-catalog/tables', []),
  delete: /* @__PURE__ */ operation<DeleteTableRequest, void>('DELETE', '/api/2.1/unity-catalog/tables/{fullName}', []),
  exists: /* @__PURE__ */ operation<ExistsRequest, TableExistsResponse>('GET', '/api/2.1/unity-catalog/tables/{fullName}/exists', []),
  get: /* @__PURE__ */ operation<GetTableRequest, TableInfo>('GET', '/api/2.1/unity-catalog/tables/{fullName}', ['include_browse', 'include_delta_metadata', 'include_manifest_capabilities']),
  list: /* @__PURE__ */ operation<ListTablesRequest, ListTablesResponse>('GET', '/api/2.1/unity-catalog/tables', ['catalog_name', 'include_browse', 'include_manifest_capabilities', 'max_results', 'omit_columns', 'omit_properties', 'omit_username', 'page_token', 'schema_name']),
  listSummaries: /* @__PURE__ */ operation<ListSummariesRequest, ListTableSummariesResponse>('GET', '/api/2.1/unity-catalog/table-summaries', ['catalog_name', 'include_manifest_capabilities', 'max_results', 'page_token', 'schema_name_pattern', 'table_name_pattern']),
  update: /* @__PURE__ */ operation<UpdateTableRequest, void>('PATCH', '/api/2.1/unity-catalog/tables/{fullName}', []),
};

export const temporaryPathCredentials = {
  generateTemporaryPathCredentials: /* @__PURE__ */ operation<GenerateTemporaryPathCredentialRequest, GenerateTemporaryPathCredentialResponse>('POST', '/api/2.0/unity-catalog/temporary-path-credentials', []),
};

export const temporaryTableCredentials = {
  generateTemporaryTableCredentials: /* @__PURE__ */ operation<GenerateTemporaryTableCredentialRequest, GenerateTemporaryTableCredentialResponse>('POST', '/api/2.0/unity-catalog/temporary-table-credentials', []),
};

export const temporaryVolumeCredentials = {
  generateTemporaryVolumeCredentials: /* @__PURE__ */ operation<GenerateTemporaryVolumeCredentialRequest, GenerateTemporaryVolumeCredentialResponse>('POST', '/api/2.0/unity-catalog/temporary-volume-credentials', []),
};

export const volumes = {
  create: /* @__PURE__ */ operation<CreateVolumeRequestContent, VolumeInfo>('POST', '/api/2.1/unity-catalog/volumes', []),
  delete: /* @__PURE__ */ operation<DeleteVolumeRequest, void>('DELETE', '/api/2.1/unity-catalog/volumes/{name}', []),
  list: /* @__PURE__ */ operation<ListVolumesRequest, ListVolumesResponseContent>('GET', '/api/2.1/unity-catalog/volumes', ['catalog_name', 'include_browse', 'max_results', 'page_token', 'schema_name']),
  read: /* @__PURE__ */ operation<ReadVolumeRequest, VolumeInfo>('GET', '/api/2.1/unity-catalog/volumes/{name}', ['include_browse']),
  update: /* @__PURE__ */ operation<UpdateVolumeRequestContent, VolumeInfo>('PATCH', '/api/2.1/unity-catalog/volumes/{name}', []),
};

export const workspaceBindings = {
  get: /* @__PURE__ */ operation<GetWorkspaceBindingRequest, GetCatalogWorkspaceBindingsResponse>('GET', '/api/2.1/unity-catalog/workspace-bindings/catalogs/{name}', []),
  getBindings: /* @__PURE__ */ operation<GetBindingsRequest, GetWorkspaceBindingsResponse>('GET', '/api/2.1/unity-catalog/bindings/{securableType}/{securableName}', ['max_results', 'page_token']),
  update: /* @__PURE__ */ operation<UpdateWorkspaceBindings, UpdateCatalogWorkspaceBindingsResponse>('PATCH', '/api/2.1/unity-catalog/workspace-bindings/catalogs/{name}', []),
  updateBindings: /* @__PURE__ */ operation<UpdateWorkspaceBindingsParameters, UpdateWorkspaceBindingsResponse>('PATCH', '/api/2.1/unity-catalog/bindings/{securableType}/{securableName}', []),
};
