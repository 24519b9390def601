package dev.tarn.app;

import dev.tarn.contract.Contract;
import java.util.List;

/** Makes docs/reference/parity.md from what is served. */
final class ParityReference {
    private ParityReference() {}

    static String markdown(Contract contract) {
        List<Contract.Parity> services = contract.parity();
        long served =
                services.stream().mapToLong(service -> service.served().size()).sum();
        long total = served
                + services.stream()
                        .mapToLong(service -> service.missing().size())
                        .sum();
        StringBuilder text = new StringBuilder("""
                # Parity with the official SDK

                Made from the code by `./tarn parity --write docs/reference/parity.md`; a test compares the two. Operations that are not served
                answer 404 `ENDPOINT_NOT_FOUND` with their name.

                """);
        text.append("%d of %d operations are served.%n%n".formatted(served, total));
        text.append("| service | served | of | not served yet |\n|---|---|---|---|\n");
        services.stream()
                .filter(service -> !service.served().isEmpty())
                .forEach(service -> text.append("| %s | %d | %d | %s |%n"
                        .formatted(
                                service.service(),
                                service.served().size(),
                                service.served().size() + service.missing().size(),
                                String.join(", ", service.missing()))));
        text.append("\nNothing is served yet of: ");
        text.append(String.join(
                ", ",
                services.stream()
                        .filter(service -> service.served().isEmpty())
                        .map(Contract.Parity::service)
                        .toList()));
        return text.append(".\n").toString().replace(System.lineSeparator(), "\n");
    }
}
