package dev.tarn.git;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A kind of git host, by the vendor's names (Git credentials API). A credential is sent to hosts of its provider alone: a public
 * service has its own host names, and what a company runs itself is any listed host that is no public service.
 */
public enum GitProvider {
    GITHUB("gitHub", "x-access-token", "github.com"),
    GITLAB("gitLab", "oauth2", "gitlab.com"),
    BITBUCKET_CLOUD("bitbucketCloud", "x-token-auth", "bitbucket.org"),
    AZURE_DEVOPS("azureDevOpsServices", "token", "dev.azure.com", "*.visualstudio.com"),
    AWS_CODE_COMMIT("awsCodeCommit", "token", "*.amazonaws.com"),
    GITHUB_ENTERPRISE("gitHubEnterprise", "x-access-token"),
    GITLAB_ENTERPRISE("gitLabEnterpriseEdition", "oauth2"),
    BITBUCKET_SERVER("bitbucketServer", "x-token-auth");

    private final String wireName;
    private final String standardUser;
    private final List<String> publicHosts;

    GitProvider(String wireName, String standardUser, String... publicHosts) {
        this.wireName = wireName;
        this.standardUser = standardUser;
        this.publicHosts = List.of(publicHosts);
    }

    /** As the API writes it. */
    public String wireName() {
        return wireName;
    }

    /** The user name that the host takes beside a token, where the credential names none. */
    String standardUser() {
        return standardUser;
    }

    /** Whether the host is one of this provider's. */
    boolean owns(String host) {
        return publicHosts.isEmpty() ? ofHost(host).isEmpty() : matches(publicHosts, host);
    }

    /** By its name, whatever the case. */
    static Optional<GitProvider> named(String name) {
        String wanted = name.equalsIgnoreCase("azureDevOpsServicesAad") ? AZURE_DEVOPS.wireName : name;
        return Arrays.stream(values())
                .filter(provider -> provider.wireName.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The public service that a host belongs to. */
    static Optional<GitProvider> ofHost(String host) {
        return Arrays.stream(values())
                .filter(provider -> matches(provider.publicHosts, host))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(GitProvider::wireName).collect(Collectors.joining(", "));
    }

    private static boolean matches(List<String> patterns, String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return patterns.stream()
                .anyMatch(pattern -> pattern.startsWith("*.")
                        ? lower.endsWith(pattern.substring(1)) && lower.length() > pattern.length() - 1
                        : lower.equals(pattern));
    }
}
