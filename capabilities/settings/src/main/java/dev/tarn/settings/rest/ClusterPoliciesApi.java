package dev.tarn.settings.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.compute.ClusterPoliciesService;
import com.databricks.sdk.service.compute.ClusterPolicyPermissions;
import com.databricks.sdk.service.compute.ClusterPolicyPermissionsRequest;
import com.databricks.sdk.service.compute.CreatePolicy;
import com.databricks.sdk.service.compute.CreatePolicyResponse;
import com.databricks.sdk.service.compute.DeletePolicy;
import com.databricks.sdk.service.compute.EditPolicy;
import com.databricks.sdk.service.compute.GetClusterPolicyPermissionLevelsRequest;
import com.databricks.sdk.service.compute.GetClusterPolicyPermissionLevelsResponse;
import com.databricks.sdk.service.compute.GetClusterPolicyPermissionsRequest;
import com.databricks.sdk.service.compute.GetClusterPolicyRequest;
import com.databricks.sdk.service.compute.ListClusterPoliciesRequest;
import com.databricks.sdk.service.compute.ListPoliciesResponse;
import com.databricks.sdk.service.compute.Policy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.contract.NotServed;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Json;
import dev.tarn.settings.Definition;
import dev.tarn.settings.Definition.Kind;
import dev.tarn.settings.Definitions;
import org.jspecify.annotations.Nullable;

/** The Cluster Policies API: definitions are checked to be JSON objects and kept for compute that obeys them. */
public final class ClusterPoliciesApi implements ClusterPoliciesService {
    private final ObjectMapper mapper = SerDeUtils.createMapper();
    private final Caller caller;
    private final Definitions definitions;

    ClusterPoliciesApi(Caller caller, Definitions definitions) {
        this.caller = caller;
        this.definitions = definitions;
    }

    @Override
    public CreatePolicyResponse create(CreatePolicy request) {
        Policy policy = new Policy()
                .setDefinition(object(request.getDefinition(), "definition"))
                .setDescription(request.getDescription())
                .setLibraries(request.getLibraries())
                .setMaxClustersPerUser(request.getMaxClustersPerUser())
                .setPolicyFamilyId(request.getPolicyFamilyId())
                .setPolicyFamilyDefinitionOverrides(
                        object(request.getPolicyFamilyDefinitionOverrides(), "policy_family_definition_overrides"));
        String name = Answers.text(request.getName(), "name");
        return new CreatePolicyResponse()
                .setPolicyId(definitions
                        .create(caller, Kind.CLUSTER_POLICY, name, write(policy))
                        .id());
    }

    @Override
    public void delete(DeletePolicy request) {
        definitions.delete(caller, Kind.CLUSTER_POLICY, Answers.text(request.getPolicyId(), "policy_id"));
    }

    @Override
    public void edit(EditPolicy request) {
        Policy policy = new Policy()
                .setDefinition(object(request.getDefinition(), "definition"))
                .setDescription(request.getDescription())
                .setLibraries(request.getLibraries())
                .setMaxClustersPerUser(request.getMaxClustersPerUser())
                .setPolicyFamilyId(request.getPolicyFamilyId())
                .setPolicyFamilyDefinitionOverrides(
                        object(request.getPolicyFamilyDefinitionOverrides(), "policy_family_definition_overrides"));
        String name = request.getName();
        definitions.change(
                caller,
                Kind.CLUSTER_POLICY,
                Answers.text(request.getPolicyId(), "policy_id"),
                name == null ? "" : name,
                old -> write(policy));
    }

    @Override
    public Policy get(GetClusterPolicyRequest request) {
        return policy(definitions.get(caller, Kind.CLUSTER_POLICY, Answers.text(request.getPolicyId(), "policy_id")));
    }

    @Override
    public ListPoliciesResponse list(ListClusterPoliciesRequest request) {
        return new ListPoliciesResponse()
                .setPolicies(definitions.list(caller, Kind.CLUSTER_POLICY).stream()
                        .map(this::policy)
                        .toList());
    }

    @Override
    @NotServed
    public GetClusterPolicyPermissionLevelsResponse getPermissionLevels(
            GetClusterPolicyPermissionLevelsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    @NotServed
    public ClusterPolicyPermissions getPermissions(GetClusterPolicyPermissionsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    @NotServed
    public ClusterPolicyPermissions setPermissions(ClusterPolicyPermissionsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    @NotServed
    public ClusterPolicyPermissions updatePermissions(ClusterPolicyPermissionsRequest request) {
        throw new UnsupportedOperationException();
    }

    private Policy policy(Definition stored) {
        try {
            return mapper.readValue(stored.body(), Policy.class)
                    .setPolicyId(stored.id())
                    .setName(stored.name())
                    .setIsDefault(false)
                    .setCreatorUserName(stored.createdBy())
                    .setCreatedAtTimestamp(stored.createdAt().toEpochMilli());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Policy policy) {
        try {
            return mapper.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String object(@Nullable String json, String field) {
        if (json == null || json.isEmpty()) {
            return json;
        }
        try {
            if (Json.readTree(json).isObject()) {
                return json;
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw AppException.invalid("'" + field + "' is not a JSON object of attributes and their rules.");
    }
}
