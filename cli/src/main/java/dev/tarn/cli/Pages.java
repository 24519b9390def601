package dev.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tarn.contract.SdkOperation;
import java.util.function.Function;

/** Follows a list through its pages. */
final class Pages {
    private static final String TOKEN = "page_token";
    private static final String NEXT = "next_page_token";

    private Pages() {}

    /**
     * Adds the pages that follow.
     *
     * @param whole the first page; afterwards all of them
     * @param fetch brings another page
     */
    static void follow(ObjectNode whole, SdkOperation operation, Call call, Function<Call, JsonNode> fetch) {
        Fields.Place place = Client.request(operation).stream()
                .flatMap(request -> Fields.of(operation, request).stream())
                .filter(field -> field.name().equals(TOKEN))
                .map(Fields.RequestField::place)
                .findFirst()
                .orElse(Fields.Place.PATH);
        if (place == Fields.Place.PATH) {
            byCount(whole, call, fetch);
            return;
        }
        String token = whole.path(NEXT).asText();
        while (!token.isEmpty()) {
            JsonNode page = fetch.apply(
                    place == Fields.Place.QUERY ? call.withQuery(TOKEN, token) : call.withBody(TOKEN, token));
            append(whole, page);
            String next = page.path(NEXT).asText();
            token = next.equals(token) ? "" : next;
        }
        whole.remove(NEXT);
    }

    /** SCIM counts: where fewer came than there are, the next page begins after the last. */
    private static void byCount(ObjectNode whole, Call call, Function<Call, JsonNode> fetch) {
        JsonNode page = whole;
        while (page.path("itemsPerPage").asLong() > 0
                && page.path("startIndex").asLong() + page.path("itemsPerPage").asLong()
                        <= page.path("totalResults").asLong()) {
            long next =
                    page.path("startIndex").asLong() + page.path("itemsPerPage").asLong();
            page = fetch.apply(call.withQuery("startIndex", String.valueOf(next)));
            if (whole.get("Resources") instanceof ArrayNode all && page.get("Resources") instanceof ArrayNode more) {
                all.addAll(more);
            }
        }
        if (whole.has("itemsPerPage")) {
            whole.put("itemsPerPage", whole.path("Resources").size());
        }
    }

    private static void append(ObjectNode whole, JsonNode page) {
        page.fields().forEachRemaining(field -> {
            if (field.getValue() instanceof ArrayNode more) {
                if (whole.get(field.getKey()) instanceof ArrayNode all) {
                    all.addAll(more);
                } else {
                    whole.set(field.getKey(), more);
                }
            }
        });
    }
}
