package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tarn.access.AccessModule;
import dev.tarn.core.AppException;
import dev.tarn.core.Caller;
import dev.tarn.core.Caller.RequestInfo;
import dev.tarn.core.Clocks;
import dev.tarn.core.ErrorKind;
import dev.tarn.core.PageRequest;
import dev.tarn.core.PrincipalKind;
import dev.tarn.db.Database;
import dev.tarn.db.DatabaseConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A started identity room over a real store, with an administrator, and time that tests move. */
abstract class IdentityFixture {
    static final RequestInfo REQUEST = new RequestInfo("r1", "127.0.0.1", "test");

    /** A clock that stands until it is moved. */
    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final TestClock time = new TestClock();
    final Clocks clocks = new Clocks(time);
    Database db;
    AccessModule access;
    IdentityModule identity;
    FirstStart first;
    Caller admin;

    abstract DatabaseConfig config();

    IdentityConfig settings() {
        return IdentityConfig.defaults().withThrowaway(true);
    }

    @BeforeEach
    void open() {
        db = Database.open(config(), List.of("access", "identity"));
        db.change(tx -> List.of(
                        "identity_credential",
                        "identity_membership",
                        "identity_principal",
                        "identity_workspace",
                        "access_object_acl",
                        "access_object",
                        "access_audit")
                .forEach(table -> tx.update("DELETE FROM " + table, Map.of())));
        access = new AccessModule(db, new StoredPrincipals(), clocks);
        identity = new IdentityModule(db, access, clocks, settings());
        first = identity.start(true);
        admin = byToken(first.adminToken().orElseThrow().reveal());
    }

    @AfterEach
    void close() {
        identity.close();
        access.close();
        db.close();
    }

    Caller byToken(String token) {
        return identity.authentications().byToken(REQUEST, token, Optional.empty());
    }

    PrincipalDetails create(PrincipalKind kind, String name, String... members) {
        var draft = new PrincipalDraft(
                Profile.named(name), members.length == 0 ? Optional.empty() : Optional.of(List.of(members)));
        return identity.principals().create(admin, kind, draft);
    }

    PrincipalDetails user(String name) {
        return create(PrincipalKind.USER, name);
    }

    PrincipalDetails group(String name, String... members) {
        return create(PrincipalKind.GROUP, name, members);
    }

    PrincipalDetails setMembers(PrincipalDetails group, String... members) {
        return identity.principals()
                .update(
                        admin,
                        PrincipalKind.GROUP,
                        group.id(),
                        before -> new PrincipalDraft(before.profile(), Optional.of(List.of(members))));
    }

    PrincipalDetails builtIn(String name) {
        return identity.principals().list(admin, PrincipalKind.GROUP, PrincipalQuery.all()).items().stream()
                .filter(group -> group.principal().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A token of a user: made by the user, who gets in by a one-time link. */
    String tokenOf(PrincipalDetails user) {
        return tokenOf(callerOf(user));
    }

    String tokenOf(Caller caller) {
        return identity.tokens().create(caller, "", Optional.empty()).value().reveal();
    }

    Caller callerOf(PrincipalDetails user) {
        var code = identity.signIns().createLink(admin, user.principal().name());
        var session = identity.signIns().signInByLink(REQUEST, code.reveal());
        return identity.authentications().bySession(REQUEST, session.token().reveal(), Optional.empty());
    }

    void deactivate(PrincipalDetails principal) {
        identity.principals()
                .update(
                        admin,
                        principal.principal().kind(),
                        principal.id(),
                        before -> new PrincipalDraft(before.profile().withActive(false)));
    }

    static AppException refused(Runnable call) {
        return assertThrows(AppException.class, call::run);
    }

    static ErrorKind kind(Runnable call) {
        return refused(call).kind();
    }

    boolean audited(String action, boolean allowed) {
        return access.audit().list(admin, PageRequest.first(1000)).items().stream()
                .anyMatch(entry -> entry.action().equals(action) && entry.allowed() == allowed);
    }
}
