package dev.tarn.sql.rest;

import com.databricks.sdk.service.sql.BaseChunkInfo;
import com.databricks.sdk.service.sql.ColumnInfo;
import com.databricks.sdk.service.sql.ColumnInfoTypeName;
import com.databricks.sdk.service.sql.ExternalLink;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.ServiceError;
import com.databricks.sdk.service.sql.ServiceErrorCode;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.sql.StatementStatus;
import dev.tarn.engine.ResultSchema;
import dev.tarn.sql.Disposition;
import dev.tarn.sql.ResultChunk;
import dev.tarn.sql.ResultManifest;
import dev.tarn.sql.StatementInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes statements and results in the API's words. */
final class StatementAnswers {
    private static final DateTimeFormatter EXPIRATION = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String origin;

    /** @param origin how the client addressed this server, for links */
    StatementAnswers(String origin) {
        this.origin = origin;
    }

    StatementResponse statement(StatementInfo info) {
        StatementStatus status = new StatementStatus()
                .setState(StatementState.valueOf(info.state().name()));
        info.error()
                .ifPresent(error -> status.setError(new ServiceError()
                                .setErrorCode(ServiceErrorCode.valueOf(error.code()))
                                .setMessage(error.message()))
                        .setSqlState(error.sqlState()));
        StatementResponse response =
                new StatementResponse().setStatementId(info.id()).setStatus(status);
        info.manifest().ifPresent(manifest -> {
            response.setManifest(manifest(manifest));
            response.setResult(info.first().map(this::chunk).orElseGet(() -> nothing(manifest)));
        });
        return response;
    }

    ResultData chunk(ResultChunk chunk) {
        ResultManifest.Chunk place = chunk.chunk();
        Long next = chunk.next().map(Integer::longValue).orElse(null);
        String nextPath = chunk.nextPath().orElse(null);
        if (chunk.link().isEmpty()) {
            return new ResultData()
                    .setChunkIndex((long) place.index())
                    .setRowOffset(place.rowOffset())
                    .setRowCount(place.rows())
                    .setNextChunkIndex(next)
                    .setNextChunkInternalLink(nextPath)
                    .setDataArray(rows(chunk));
        }
        ResultChunk.Link link = chunk.link().get();
        return new ResultData()
                .setExternalLinks(List.of(new ExternalLink()
                        .setChunkIndex((long) place.index())
                        .setRowOffset(place.rowOffset())
                        .setRowCount(place.rows())
                        .setByteCount(place.bytes())
                        .setNextChunkIndex(next)
                        .setNextChunkInternalLink(nextPath)
                        .setExternalLink(origin + link.path())
                        .setExpiration(EXPIRATION.format(link.expires()))));
    }

    private static com.databricks.sdk.service.sql.ResultManifest manifest(ResultManifest manifest) {
        boolean links = manifest.disposition() != Disposition.INLINE;
        List<BaseChunkInfo> chunks = new ArrayList<>();
        for (ResultManifest.Chunk chunk : manifest.chunks()) {
            BaseChunkInfo info = new BaseChunkInfo()
                    .setChunkIndex((long) chunk.index())
                    .setRowOffset(chunk.rowOffset())
                    .setRowCount(chunk.rows());
            chunks.add(links ? info.setByteCount(chunk.bytes()) : info);
        }
        List<ColumnInfo> columns = new ArrayList<>();
        for (ResultSchema.Column column : manifest.columns()) {
            columns.add(column(column, columns.size()));
        }
        var answer = new com.databricks.sdk.service.sql.ResultManifest()
                .setFormat(Format.valueOf(manifest.format().name()))
                .setSchema(new com.databricks.sdk.service.sql.ResultSchema()
                        .setColumnCount((long) columns.size())
                        .setColumns(columns))
                .setTotalChunkCount((long) chunks.size())
                .setTotalRowCount(manifest.rows())
                .setTruncated(manifest.truncated())
                .setChunks(chunks);
        return links ? answer.setTotalByteCount(manifest.bytes()) : answer;
    }

    private static ColumnInfo column(ResultSchema.Column column, int position) {
        ColumnInfo info = new ColumnInfo()
                .setName(column.name())
                .setPosition((long) position)
                .setTypeName(typeName(column.typeName()))
                .setTypeText(column.typeText());
        column.precision().ifPresent(precision -> info.setTypePrecision(precision.longValue()));
        column.scale().ifPresent(scale -> info.setTypeScale(scale.longValue()));
        if (column.typeText().toUpperCase(Locale.ROOT).startsWith("INTERVAL ")) {
            info.setTypeIntervalType(column.typeText().substring("INTERVAL ".length()));
        }
        return info;
    }

    /** The API's list of types is shorter than the engine's; {@code type_text} always has the exact type. */
    private static ColumnInfoTypeName typeName(String name) {
        return switch (name) {
            case "TIMESTAMP_NTZ" -> ColumnInfoTypeName.TIMESTAMP;
            case "VARIANT", "VARCHAR" -> ColumnInfoTypeName.STRING;
            default -> {
                try {
                    yield ColumnInfoTypeName.valueOf(name);
                } catch (IllegalArgumentException e) {
                    yield ColumnInfoTypeName.USER_DEFINED_TYPE;
                }
            }
        };
    }

    private static ResultData nothing(ResultManifest manifest) {
        ResultData none = new ResultData();
        if (manifest.columns().isEmpty() || manifest.disposition() != Disposition.INLINE) {
            return none;
        }
        return none.setChunkIndex(0L).setRowOffset(0L).setRowCount(0L).setDataArray(List.of());
    }

    @SuppressWarnings("NullAway") // the SDK's lists hold null for NULL
    private static Collection<Collection<String>> rows(ResultChunk chunk) {
        Collection<Collection<String>> rows = new ArrayList<>();
        chunk.rows().ifPresent(rows::addAll);
        return rows;
    }
}
