package dev.tarn.settings.rest;

import com.databricks.sdk.service.settings.CreateIpAccessList;
import com.databricks.sdk.service.settings.CreateIpAccessListResponse;
import com.databricks.sdk.service.settings.DeleteIpAccessListRequest;
import com.databricks.sdk.service.settings.FetchIpAccessListResponse;
import com.databricks.sdk.service.settings.GetIpAccessListRequest;
import com.databricks.sdk.service.settings.IpAccessListInfo;
import com.databricks.sdk.service.settings.IpAccessListsService;
import com.databricks.sdk.service.settings.ListIpAccessListResponse;
import com.databricks.sdk.service.settings.ListType;
import com.databricks.sdk.service.settings.ReplaceIpAccessList;
import com.databricks.sdk.service.settings.UpdateIpAccessList;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.settings.IpAccessList;
import dev.tarn.settings.IpAccessLists;
import dev.tarn.settings.IpRange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The IP Access Lists API. */
public final class IpAccessListsApi implements IpAccessListsService {
    private final Caller caller;
    private final IpAccessLists lists;

    IpAccessListsApi(Caller caller, IpAccessLists lists) {
        this.caller = caller;
        this.lists = lists;
    }

    @Override
    public CreateIpAccessListResponse create(CreateIpAccessList request) {
        return new CreateIpAccessListResponse()
                .setIpAccessList(info(lists.create(
                        caller,
                        new IpAccessLists.Draft(
                                Answers.text(request.getLabel(), "label"),
                                blocks(request.getListType()).orElseThrow(IpAccessListsApi::noType),
                                ranges(request.getIpAddresses()).orElse(List.of()),
                                true))));
    }

    @Override
    public void delete(DeleteIpAccessListRequest request) {
        lists.delete(caller, Answers.text(request.getIpAccessListId(), "ip_access_list_id"));
    }

    @Override
    public FetchIpAccessListResponse get(GetIpAccessListRequest request) {
        return new FetchIpAccessListResponse()
                .setIpAccessList(
                        info(lists.get(caller, Answers.text(request.getIpAccessListId(), "ip_access_list_id"))));
    }

    @Override
    public ListIpAccessListResponse list() {
        return new ListIpAccessListResponse()
                .setIpAccessLists(
                        lists.list(caller).stream().map(IpAccessListsApi::info).toList());
    }

    @Override
    public void replace(ReplaceIpAccessList request) {
        lists.change(
                caller,
                Answers.text(request.getIpAccessListId(), "ip_access_list_id"),
                new IpAccessLists.Change(
                        Optional.of(Answers.text(request.getLabel(), "label")),
                        Optional.of(blocks(request.getListType()).orElseThrow(IpAccessListsApi::noType)),
                        Optional.of(ranges(request.getIpAddresses()).orElse(List.of())),
                        Optional.of(Boolean.TRUE.equals(request.getEnabled()))));
    }

    @Override
    public void update(UpdateIpAccessList request) {
        lists.change(
                caller,
                Answers.text(request.getIpAccessListId(), "ip_access_list_id"),
                new IpAccessLists.Change(
                        Optional.ofNullable(request.getLabel()),
                        blocks(request.getListType()),
                        ranges(request.getIpAddresses()),
                        Optional.ofNullable(request.getEnabled())));
    }

    private static IpAccessListInfo info(IpAccessList list) {
        return new IpAccessListInfo()
                .setListId(list.id())
                .setLabel(list.label())
                .setListType(list.blocks() ? ListType.BLOCK : ListType.ALLOW)
                .setIpAddresses(list.ranges().stream().map(IpRange::text).toList())
                .setAddressCount((long) list.ranges().size())
                .setEnabled(list.enabled())
                .setCreatedAt(list.createdAt().toEpochMilli())
                .setCreatedBy(Long.parseLong(list.createdBy()))
                .setUpdatedAt(list.updatedAt().toEpochMilli())
                .setUpdatedBy(Long.parseLong(list.updatedBy()));
    }

    private static Optional<Boolean> blocks(@Nullable ListType type) {
        return Optional.ofNullable(type).map(ListType.BLOCK::equals);
    }

    private static Optional<List<IpRange>> ranges(@Nullable Collection<String> texts) {
        return Optional.ofNullable(texts)
                .map(all -> all.stream().map(IpRange::new).toList());
    }

    private static AppException noType() {
        return AppException.invalid("'list_type' is missing: send ALLOW or BLOCK.");
    }
}
