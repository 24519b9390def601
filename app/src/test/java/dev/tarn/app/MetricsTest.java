package dev.tarn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static String metrics() {
        var answer = ServerUnderTest.send("GET", "/metrics", "", Optional.of(ServerUnderTest.ADMIN_TOKEN));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void anAdministratorSeesRequestsTheStoreTheEngineAndTheJvm() {
        ServerUnderTest.send(
                "GET", "/api/2.1/unity-catalog/catalogs/secret_name", "", Optional.of(ServerUnderTest.ADMIN_TOKEN));
        String text = metrics();
        assertTrue(
                text.contains(
                        "tarn_http_requests_seconds_count{method=\"GET\",route=\"/api/2.1/unity-catalog/catalogs/{name}\",status=\"404\"}"),
                text);
        for (String name : new String[] {
            "tarn_http_requests_seconds_bucket",
            "tarn_store_waiting ",
            "tarn_engine_up ",
            "tarn_sql_statements_active{state=\"running\"}",
            "tarn_sql_statements_ended_total{state=\"failed\"}",
            "jvm_memory_used_bytes"
        }) {
            assertTrue(text.contains(name), name);
        }
        assertFalse(text.contains("secret_name"));
    }

    @Test
    void nobodyElseSeesThem() {
        assertEquals(
                401,
                ServerUnderTest.send("GET", "/metrics", "", Optional.empty()).statusCode());
        assertEquals(
                403,
                ServerUnderTest.send("GET", "/metrics", "", Optional.of(ServerUnderTest.STRANGER_TOKEN))
                        .statusCode());
    }
}
