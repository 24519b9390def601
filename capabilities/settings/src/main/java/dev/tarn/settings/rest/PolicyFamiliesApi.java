package dev.tarn.settings.rest;

import com.databricks.sdk.service.compute.GetPolicyFamilyRequest;
import com.databricks.sdk.service.compute.ListPolicyFamiliesRequest;
import com.databricks.sdk.service.compute.ListPolicyFamiliesResponse;
import com.databricks.sdk.service.compute.PolicyFamiliesService;
import com.databricks.sdk.service.compute.PolicyFamily;
import dev.tarn.core.AppException;
import java.util.List;

/** The Policy Families API: the shapes that policies can begin with. Everybody may read them; they are the same everywhere. */
public final class PolicyFamiliesApi implements PolicyFamiliesService {
    private static final List<PolicyFamily> FAMILIES = List.of(
            family("personal-vm", "Personal Compute", "One machine for one person.", """
                    {"node_type_id":{"type":"allowlist","values":["tarn.local"]},"num_workers":{"type":"fixed","value":0,"hidden":true},
                    "data_security_mode":{"type":"fixed","value":"SINGLE_USER","hidden":true},
                    "autotermination_minutes":{"type":"unlimited","defaultValue":4320,"isOptional":true}}"""),
            family("shared-compute", "Shared Compute", "Machines that several people share.", """
                    {"data_security_mode":{"type":"fixed","value":"USER_ISOLATION","hidden":true},
                    "autotermination_minutes":{"type":"range","maxValue":720,"defaultValue":120}}"""),
            family("job-cluster", "Job Compute", "Machines for one run of a job.", """
                    {"cluster_type":{"type":"fixed","value":"job"},"num_workers":{"type":"range","minValue":0,"defaultValue":0}}"""));

    @Override
    public PolicyFamily get(GetPolicyFamilyRequest request) {
        String id = Answers.text(request.getPolicyFamilyId(), "policy_family_id");
        return FAMILIES.stream()
                .filter(family -> id.equals(family.getPolicyFamilyId()))
                .findFirst()
                .orElseThrow(() -> AppException.notFound("Policy family '" + id + "' does not exist."));
    }

    @Override
    public ListPolicyFamiliesResponse list(ListPolicyFamiliesRequest request) {
        return new ListPolicyFamiliesResponse().setPolicyFamilies(FAMILIES);
    }

    private static PolicyFamily family(String id, String name, String description, String definition) {
        return new PolicyFamily()
                .setPolicyFamilyId(id)
                .setName(name)
                .setDescription(description)
                .setDefinition(definition.replace("\n", ""));
    }
}
