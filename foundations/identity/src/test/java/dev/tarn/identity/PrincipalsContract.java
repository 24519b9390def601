package dev.tarn.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tarn.core.ErrorKind;
import dev.tarn.core.PrincipalKind;
import dev.tarn.identity.PrincipalFilter.And;
import dev.tarn.identity.PrincipalFilter.Attribute;
import dev.tarn.identity.PrincipalFilter.Comparison;
import dev.tarn.identity.PrincipalFilter.Not;
import dev.tarn.identity.PrincipalFilter.Operator;
import dev.tarn.identity.PrincipalFilter.Or;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users, groups and service principals. */
abstract class PrincipalsContract extends IdentityFixture {
    private List<String> names(PrincipalKind kind, PrincipalQuery query) {
        return identity.principals().list(admin, kind, query).items().stream()
                .map(details -> details.principal().name())
                .toList();
    }

    private List<String> users(PrincipalFilter filter) {
        return names(PrincipalKind.USER, PrincipalQuery.where(filter));
    }

    @Test
    void theFirstStartMakesOneAdministratorAndTheBuiltInGroups() {
        assertEquals(List.of("admin@localhost"), names(PrincipalKind.USER, PrincipalQuery.all()));
        assertEquals(List.of("admins", "users"), names(PrincipalKind.GROUP, PrincipalQuery.all()));
        assertTrue(admin.workspaceAdmin());
        assertTrue(admin.isMemberOf("users"));
        assertTrue(admin.isMemberOf("account users"));
    }

    @Test
    void whatIsCreatedIsReadBackUnchanged() {
        Profile profile = new Profile(
                "Ada@Example.com",
                "Ada L.",
                true,
                Optional.of("ext-1"),
                Optional.of("Ada"),
                Optional.of("Lovelace"),
                List.of(new Profile.Email("ada@work.test", "work", true)),
                List.of("workspace-access"),
                List.of("arn:aws:iam::1:instance-profile/x"));
        var created = identity.principals().create(admin, PrincipalKind.USER, new PrincipalDraft(profile));
        assertEquals(
                profile,
                identity.principals()
                        .get(admin, PrincipalKind.USER, created.id())
                        .profile());
    }

    @Test
    void namesIgnoreCaseAndAreUnique() {
        user("ada@example.com");
        assertEquals(ErrorKind.ALREADY_EXISTS, kind(() -> user("ADA@example.com")));
        group("team");
        assertEquals(
                "Group with name Team already exists.",
                refused(() -> group("Team")).message());
    }

    @Test
    void malformedProfilesAreRefused() {
        for (String name : List.of("", "nobody", "a b@c", "x@" + "y".repeat(300), "a@b\u0000")) {
            assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> user(name)), name);
        }
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> group(" ")));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> create(PrincipalKind.SERVICE_PRINCIPAL, "not-a-uuid")));
        var draft = new PrincipalDraft(Profile.named("b@x").withEntitlements(List.of("become-root")));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT, kind(() -> identity.principals().create(admin, PrincipalKind.USER, draft)));
    }

    @Test
    void aServicePrincipalGetsAnApplicationId() {
        String name = create(PrincipalKind.SERVICE_PRINCIPAL, "").principal().name();
        assertEquals(36, name.length());
    }

    @Test
    void groupsReachThroughGroups() {
        var ada = user("ada@x");
        var inner = group("inner", ada.id());
        group("outer", inner.id());
        var caller = callerOf(ada);
        assertTrue(caller.isMemberOf("inner"));
        assertTrue(caller.isMemberOf("outer"));
        assertFalse(caller.workspaceAdmin());
    }

    @Test
    void membershipOfTheAdminsGroupWorksThroughGroupsAndAtOnce() {
        var ada = user("ada@x");
        String token = tokenOf(ada);
        assertFalse(byToken(token).workspaceAdmin());
        var chiefs = group("chiefs", ada.id());
        var admins = builtIn("admins");
        setMembers(admins, admin.principal().id(), chiefs.id());
        assertTrue(byToken(token).workspaceAdmin());
        setMembers(chiefs);
        assertFalse(byToken(token).workspaceAdmin());
    }

    @Test
    void cyclesAreRefused() {
        var a = group("a");
        var b = group("b", a.id());
        var c = group("c", b.id());
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> setMembers(a, c.id())));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> setMembers(a, a.id())));
        assertEquals(
                List.of(),
                identity.principals().get(admin, PrincipalKind.GROUP, a.id()).members());
    }

    @Test
    void groupsNestTenLayersDeepAndNoDeeper() {
        var below = group("layer1");
        for (int layer = 2; layer <= 10; layer++) {
            below = group("layer" + layer, below.id());
        }
        String deepest = below.id();
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> group("layer11", deepest)));
    }

    @Test
    void membersMustExistInTheSameMetastore() {
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> group("g", "123")));
        var other = byToken("tarn-throwaway-elsewhere");
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> group("g", other.principal().id())));
        assertEquals(
                ErrorKind.NOT_FOUND,
                kind(() -> identity.principals()
                        .get(admin, PrincipalKind.USER, other.principal().id())));
        assertEquals(
                ErrorKind.NOT_FOUND,
                kind(() -> identity.principals()
                        .delete(admin, PrincipalKind.USER, other.principal().id())));
    }

    @Test
    void theLastAdministratorStays() {
        var me = identity.principals().me(admin);
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> deactivate(me)));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.principals().delete(admin, PrincipalKind.USER, me.id())));
        assertEquals(ErrorKind.INVALID_ARGUMENT, kind(() -> setMembers(builtIn("admins"))));
        assertTrue(byToken(first.adminToken().orElseThrow().reveal()).workspaceAdmin());
    }

    @Test
    void builtInGroupsStayAsTheyAre() {
        var users = builtIn("users");
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.principals().delete(admin, PrincipalKind.GROUP, users.id())));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> setMembers(users, admin.principal().id())));
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.principals()
                        .update(
                                admin,
                                PrincipalKind.GROUP,
                                users.id(),
                                before -> new PrincipalDraft(Profile.named("everyone")))));
    }

    @Test
    void groupsCanBeRenamedAndUsersCannot() {
        var group = group("before");
        var renamed = identity.principals()
                .update(admin, PrincipalKind.GROUP, group.id(), any -> new PrincipalDraft(Profile.named("after")));
        assertEquals("after", renamed.principal().name());
        var ada = user("ada@x");
        assertEquals(
                ErrorKind.INVALID_ARGUMENT,
                kind(() -> identity.principals()
                        .update(
                                admin,
                                PrincipalKind.USER,
                                ada.id(),
                                any -> new PrincipalDraft(Profile.named("eve@x")))));
    }

    @Test
    void aDeactivatedUsersTokensAreRefusedAtOnceAndComeBackWithThem() {
        var ada = user("ada@x");
        String token = tokenOf(ada);
        assertEquals("ada@x", byToken(token).principal().name());
        deactivate(ada);
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token)));
        identity.principals()
                .update(
                        admin,
                        PrincipalKind.USER,
                        ada.id(),
                        before -> new PrincipalDraft(before.profile().withActive(true)));
        assertEquals("ada@x", byToken(token).principal().name());
    }

    @Test
    void aDeletedUsersTokensAreGone() {
        var ada = user("ada@x");
        String token = tokenOf(ada);
        identity.principals().delete(admin, PrincipalKind.USER, ada.id());
        assertEquals(ErrorKind.UNAUTHENTICATED, kind(() -> byToken(token)));
        assertEquals(ErrorKind.NOT_FOUND, kind(() -> identity.principals().get(admin, PrincipalKind.USER, ada.id())));
    }

    @Test
    void whoIsNoAdministratorChangesNothingAndSeesNames() {
        var ada = user("ada@x");
        var caller = callerOf(ada);
        var bob = identity.principals()
                .create(
                        admin,
                        PrincipalKind.USER,
                        new PrincipalDraft(Profile.named("bob@x").withEntitlements(List.of("workspace-access"))));
        var seen = identity.principals().get(caller, PrincipalKind.USER, bob.id());
        assertEquals("bob@x", seen.profile().displayName());
        assertEquals(List.of(), seen.profile().entitlements());
        assertEquals(List.of(), seen.profile().emails());
        assertEquals(1, identity.principals().me(caller).profile().emails().size());
        for (PrincipalKind kind : PrincipalKind.values()) {
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    kind(() -> identity.principals().create(caller, kind, new PrincipalDraft(Profile.named("c@x")))));
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    kind(() -> identity.principals()
                            .update(caller, kind, bob.id(), before -> new PrincipalDraft(before.profile()))));
            assertEquals(
                    ErrorKind.PERMISSION_DENIED,
                    kind(() -> identity.principals().delete(caller, kind, bob.id())));
        }
        assertTrue(audited("add", false));
    }

    @Test
    void filtersSelect() {
        user("ada@x.test");
        user("bob@x.test");
        user("100%_sure@y.test");
        assertEquals(List.of("ada@x.test"), users(new Comparison(Attribute.NAME, Operator.EQ, "ADA@X.test")));
        assertEquals(
                2, users(new Comparison(Attribute.NAME, Operator.EW, "@x.test")).size());
        assertEquals(List.of("bob@x.test"), users(new Comparison(Attribute.NAME, Operator.SW, "bo")));
        assertEquals(List.of("100%_sure@y.test"), users(new Comparison(Attribute.NAME, Operator.CO, "%_")));
        assertEquals(List.of("ada@x.test"), users(new Comparison(Attribute.EMAIL, Operator.EQ, "ada@x.test")));
        assertEquals(List.of(), users(new Comparison(Attribute.EMAIL, Operator.EQ, "ada@x")));
        assertEquals(List.of(), users(new Comparison(Attribute.ACTIVE, Operator.EQ, "false")));
        assertEquals(
                List.of("bob@x.test"),
                users(new And(
                        new Comparison(Attribute.DISPLAY_NAME, Operator.CO, "x.test"),
                        new Not(new Comparison(Attribute.NAME, Operator.EQ, "ada@x.test")))));
        assertEquals(
                2,
                users(new Or(
                                new Comparison(Attribute.NAME, Operator.EQ, "ada@x.test"),
                                new Comparison(Attribute.NAME, Operator.EQ, "bob@x.test")))
                        .size());
        assertEquals(List.of(), users(new Comparison(Attribute.EXTERNAL_ID, Operator.PR, "")));
        for (Attribute attribute : Attribute.values()) {
            for (Operator operator : Operator.values()) {
                users(new Comparison(attribute, operator, "'; DROP TABLE x --"));
            }
        }
    }

    @Test
    void listsComeInPages() {
        for (int i = 0; i < 5; i++) {
            user("u" + i + "@x");
        }
        var query = new PrincipalQuery(Optional.empty(), Attribute.NAME, true, 2, 2);
        var result = identity.principals().list(admin, PrincipalKind.USER, query);
        assertEquals(6, result.total());
        assertEquals(
                List.of("u3@x", "u2@x"),
                result.items().stream().map(d -> d.principal().name()).toList());
    }

    @Test
    void changesAreAudited() {
        var ada = user("ada@x");
        setMembers(group("team"), ada.id());
        deactivate(ada);
        assertTrue(audited("add", true));
        assertTrue(audited("createGroup", true));
        assertTrue(audited("addPrincipalToGroup", true));
        assertTrue(audited("deactivateUser", true));
    }
}
