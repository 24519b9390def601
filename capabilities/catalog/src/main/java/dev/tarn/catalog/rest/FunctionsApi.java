package dev.tarn.catalog.rest;

import com.databricks.sdk.core.utils.SerDeUtils;
import com.databricks.sdk.service.catalog.CreateFunction;
import com.databricks.sdk.service.catalog.CreateFunctionRequest;
import com.databricks.sdk.service.catalog.DeleteFunctionRequest;
import com.databricks.sdk.service.catalog.FunctionInfo;
import com.databricks.sdk.service.catalog.FunctionsService;
import com.databricks.sdk.service.catalog.GetFunctionRequest;
import com.databricks.sdk.service.catalog.ListFunctionsRequest;
import com.databricks.sdk.service.catalog.ListFunctionsResponse;
import com.databricks.sdk.service.catalog.UpdateFunction;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.catalog.Function;
import dev.tarn.catalog.Functions;
import dev.tarn.catalog.ObjectName;
import dev.tarn.catalog.Owned;
import dev.tarn.catalog.SchemaName;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;

/** Unity Catalog's REST API for functions: what a client states of one is kept and given back. */
public final class FunctionsApi implements FunctionsService {
    private static final ObjectMapper MAPPER = SerDeUtils.createMapper();

    private final Caller caller;
    private final Functions functions;

    public FunctionsApi(Caller caller, Functions functions) {
        this.caller = caller;
        this.functions = functions;
    }

    @Override
    public FunctionInfo create(CreateFunctionRequest request) {
        CreateFunction draft = request.getFunctionInfo();
        if (draft == null) {
            throw AppException.invalid("Send the function in 'function_info'.");
        }
        ObjectName name = ObjectName.of(draft.getCatalogName(), draft.getSchemaName(), draft.getName());
        try {
            return info(functions.create(caller, name, MAPPER.writeValueAsString(draft), false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FunctionInfo get(GetFunctionRequest request) {
        return info(functions.get(caller, ObjectName.parse("function", request.getName())));
    }

    @Override
    public ListFunctionsResponse list(ListFunctionsRequest request) {
        Page<Owned<Function>> page = functions.list(
                caller,
                new SchemaName(request.getCatalogName(), request.getSchemaName()),
                PageRequest.of(request.getMaxResults(), request.getPageToken()));
        return new ListFunctionsResponse()
                .setFunctions(page.items().stream().map(this::info).toList())
                .setNextPageToken(Answers.next(page));
    }

    @Override
    public FunctionInfo update(UpdateFunction request) {
        ObjectName name = ObjectName.parse("function", request.getName());
        String owner = Answers.given(request.getOwner())
                .orElseThrow(() -> AppException.invalid("Only the 'owner' of a function can be changed: send it."));
        return info(functions.transfer(caller, name, owner));
    }

    @Override
    public void delete(DeleteFunctionRequest request) {
        functions.delete(caller, ObjectName.parse("function", request.getName()));
    }

    private FunctionInfo info(Owned<Function> owned) {
        Function function = owned.value();
        try {
            return MAPPER.readValue(function.definition(), FunctionInfo.class)
                    .setName(function.name().name())
                    .setCatalogName(function.name().schema().catalog())
                    .setSchemaName(function.name().schema().schema())
                    .setFullName(function.name().toString())
                    .setFunctionId(function.id())
                    .setMetastoreId(caller.metastore())
                    .setOwner(owned.owner())
                    .setBrowseOnly(false)
                    .setCreatedAt(function.stamp().createdAt().toEpochMilli())
                    .setCreatedBy(function.stamp().createdBy())
                    .setUpdatedAt(function.stamp().updatedAt().toEpochMilli())
                    .setUpdatedBy(function.stamp().updatedBy());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
