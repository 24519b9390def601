package dev.tarn.engine.spark.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tarn.core.AppException;
import dev.tarn.engine.EngineSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedTest {
    @Test
    void whatUsersNeedWorks() throws IOException {
        PolicyEngine engine = PolicyEngine.get();
        List<String> failures = new ArrayList<>();
        try (EngineSession session = engine.session("user")) {
            for (PolicyEngine.Listed listed : engine.statements("allowed.sql")) {
                try {
                    PolicyEngine.run(session, listed.sql());
                } catch (AppException e) {
                    failures.add(listed + "\n    => " + e.code() + ": "
                            + e.message().lines().findFirst().orElse(""));
                }
            }
        }
        assertEquals(List.of(), failures, () -> String.join("\n", failures));
    }
}
