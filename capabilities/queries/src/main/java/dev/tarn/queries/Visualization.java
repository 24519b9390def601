package dev.tarn.queries;

import java.time.Instant;

/**
 * How a query's result is drawn.
 *
 * @param id a UUID
 * @param drawing what the client says of it
 */
public record Visualization(String id, String queryId, Drawing drawing, Instant createdAt, Instant updatedAt) {
    private static final int LONGEST = 1024 * 1024;

    /**
     * @param type such as TABLE or CHART, in the client's words
     * @param options of the drawing, in the client's own format
     * @param queryPlan how the result is prepared for it, in the client's own format
     */
    public record Drawing(String type, String name, String options, String queryPlan) {
        public Drawing {
            if (type.isBlank() || type.length() > QueryContent.LONGEST_NAME) {
                throw QueryErrors.badVisualization();
            }
            if (name.length() > QueryContent.LONGEST_NAME || options.length() + queryPlan.length() > LONGEST) {
                throw QueryErrors.tooLong("What a visualization holds", LONGEST);
            }
        }
    }
}
