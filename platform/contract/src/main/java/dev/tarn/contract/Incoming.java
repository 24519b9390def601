package dev.tarn.contract;

import java.util.List;
import java.util.Map;

/** What an HTTP request carries, decoded: the body, the template's variables by field name, and the query. */
public record Incoming(byte[] body, Map<String, String> path, Map<String, List<String>> query) {}
