package dev.tarn.files.sql;

import dev.tarn.core.Caller;
import dev.tarn.core.Page;
import dev.tarn.core.PageRequest;
import dev.tarn.engine.command.CommandResult;
import dev.tarn.engine.command.SqlCommand;
import dev.tarn.engine.command.SqlCommands;
import dev.tarn.files.Files;
import dev.tarn.files.RemotePath;
import dev.tarn.storage.FileInfo;
import dev.tarn.storage.FilePath;
import dev.tarn.storage.FileStore;
import dev.tarn.storage.FileStores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code LIST '/Volumes/...'}, over the same doors as REST; everything else is for the next one to run. */
public final class FilesSqlCommands implements SqlCommands {
    /** Answers are held in memory; longer folders are for the Files API, page by page. */
    private static final int MOST_ROWS = 10_000;

    private final Files files;
    private final FileStores stores;
    private final NamedPlaces places;
    private final SqlCommands next;

    /** Who may read a place that somebody names by its URI; the storage room answers. */
    @FunctionalInterface
    public interface NamedPlaces {
        /** @return the place in its normal form, or the storage room's refusal */
        String authorize(Caller caller, String url);
    }

    public FilesSqlCommands(Files files, FileStores stores, NamedPlaces places, SqlCommands next) {
        this.files = files;
        this.stores = stores;
        this.places = places;
        this.next = next;
    }

    @Override
    public CommandResult run(Caller caller, SqlCommand command) {
        return command instanceof SqlCommand.ListFiles list ? list(caller, list) : next.run(caller, command);
    }

    private CommandResult list(Caller caller, SqlCommand.ListFiles command) {
        int limit = Math.min(command.limit().orElse(MOST_ROWS), MOST_ROWS);
        String text = command.path();
        if (text.startsWith("/Volumes/") || text.startsWith("dbfs:")) {
            RemotePath folder = RemotePath.parse(text);
            return rows(
                    command,
                    limit,
                    page -> files.list(caller, folder, page),
                    info -> folder.with(info.path()).text());
        }
        String place = places.authorize(caller, text);
        FileStore store = stores.at(place);
        return rows(command, limit, page -> store.list(FilePath.ROOT, page), info -> place + "/" + info.path());
    }

    private static CommandResult rows(
            SqlCommand command,
            int limit,
            Function<PageRequest, Page<FileInfo>> list,
            Function<FileInfo, String> path) {
        List<List<String>> rows = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAXIMUM);
        while (rows.size() < limit) {
            Page<FileInfo> page = list.apply(request);
            for (FileInfo info : page.items()) {
                String end = info.folder() ? "/" : "";
                rows.add(List.of(
                        path.apply(info) + end,
                        info.path().name() + end,
                        Long.toString(info.bytes()),
                        Long.toString(info.modifiedAt().toEpochMilli())));
            }
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(PageRequest.MAXIMUM, page.next());
        }
        return new CommandResult(command.columns(), rows.subList(0, Math.min(limit, rows.size())));
    }
}
