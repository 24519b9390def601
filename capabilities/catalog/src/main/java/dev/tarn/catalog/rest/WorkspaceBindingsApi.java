package dev.tarn.catalog.rest;

import com.databricks.sdk.service.catalog.GetBindingsRequest;
import com.databricks.sdk.service.catalog.GetCatalogWorkspaceBindingsResponse;
import com.databricks.sdk.service.catalog.GetWorkspaceBindingRequest;
import com.databricks.sdk.service.catalog.GetWorkspaceBindingsResponse;
import com.databricks.sdk.service.catalog.UpdateCatalogWorkspaceBindingsResponse;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindings;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindingsParameters;
import com.databricks.sdk.service.catalog.UpdateWorkspaceBindingsResponse;
import com.databricks.sdk.service.catalog.WorkspaceBinding;
import com.databricks.sdk.service.catalog.WorkspaceBindingBindingType;
import com.databricks.sdk.service.catalog.WorkspaceBindingsService;
import dev.tarn.access.Bindings.Binding;
import dev.tarn.access.SecurableType;
import dev.tarn.catalog.WorkspaceBindings;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.core.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unity Catalog's REST API for workspace bindings; the older calls know catalogs and read-write bindings only. */
public final class WorkspaceBindingsApi implements WorkspaceBindingsService {
    private final Caller caller;
    private final WorkspaceBindings bindings;

    public WorkspaceBindingsApi(Caller caller, WorkspaceBindings bindings) {
        this.caller = caller;
        this.bindings = bindings;
    }

    @Override
    public GetCatalogWorkspaceBindingsResponse get(GetWorkspaceBindingRequest request) {
        return new GetCatalogWorkspaceBindingsResponse()
                .setWorkspaces(ids(bindings.list(caller, SecurableType.CATALOG, request.getName())));
    }

    @Override
    public UpdateCatalogWorkspaceBindingsResponse update(UpdateWorkspaceBindings request) {
        return new UpdateCatalogWorkspaceBindingsResponse()
                .setWorkspaces(ids(bindings.change(
                        caller,
                        SecurableType.CATALOG,
                        request.getName(),
                        given(request.getAssignWorkspaces()).stream()
                                .map(id -> new Binding(workspace(id), false))
                                .toList(),
                        given(request.getUnassignWorkspaces()).stream()
                                .map(WorkspaceBindingsApi::workspace)
                                .toList())));
    }

    @Override
    public GetWorkspaceBindingsResponse getBindings(GetBindingsRequest request) {
        PageRequest page = PageRequest.of(request.getMaxResults(), request.getPageToken());
        List<Binding> rest =
                bindings.list(caller, type(request.getSecurableType()), request.getSecurableName()).stream()
                        .filter(binding -> key(binding).compareTo(page.after()) > 0)
                        .toList();
        Page<Binding> answer =
                Page.of(rest.subList(0, Math.min(rest.size(), page.size() + 1)), page, WorkspaceBindingsApi::key);
        return new GetWorkspaceBindingsResponse()
                .setBindings(sdk(answer.items()))
                .setNextPageToken(Answers.next(answer));
    }

    @Override
    public UpdateWorkspaceBindingsResponse updateBindings(UpdateWorkspaceBindingsParameters request) {
        return new UpdateWorkspaceBindingsResponse()
                .setBindings(sdk(bindings.change(
                        caller,
                        type(request.getSecurableType()),
                        request.getSecurableName(),
                        given(request.getAdd()).stream()
                                .map(WorkspaceBindingsApi::ours)
                                .toList(),
                        given(request.getRemove()).stream()
                                .map(binding -> workspace(binding.getWorkspaceId()))
                                .toList())));
    }

    /** The vendor calls a storage credential {@code credential}, too. */
    private static SecurableType type(String text) {
        return text.equalsIgnoreCase("credential") ? SecurableType.STORAGE_CREDENTIAL : SecurableType.parse(text);
    }

    private static Binding ours(WorkspaceBinding binding) {
        return new Binding(
                workspace(binding.getWorkspaceId()),
                binding.getBindingType() == WorkspaceBindingBindingType.BINDING_TYPE_READ_ONLY);
    }

    private static WorkspaceId workspace(@Nullable Long id) {
        return new WorkspaceId(Optional.ofNullable(id)
                .filter(number -> number > 0)
                .orElseThrow(() -> AppException.invalid("A binding needs a 'workspace_id' greater than 0.")));
    }

    private static List<Long> ids(List<Binding> bindings) {
        return bindings.stream().map(binding -> binding.workspace().value()).toList();
    }

    private static List<WorkspaceBinding> sdk(List<Binding> bindings) {
        return bindings.stream()
                .map(binding -> new WorkspaceBinding()
                        .setWorkspaceId(binding.workspace().value())
                        .setBindingType(
                                binding.readOnly()
                                        ? WorkspaceBindingBindingType.BINDING_TYPE_READ_ONLY
                                        : WorkspaceBindingBindingType.BINDING_TYPE_READ_WRITE))
                .toList();
    }

    private static String key(Binding binding) {
        return "%020d".formatted(binding.workspace().value());
    }

    private static <T> Collection<T> given(@Nullable Collection<T> values) {
        return values == null ? List.of() : values;
    }
}
