package dev.tarn.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Status, diff, commit, push, pull and branches, whatever the store. */
abstract class ChangesContract extends GitFixture {
    @Test
    void theStatusNamesWhatWasAddedChangedAndDeleted() {
        long id = cloned();
        write("etl.py", NOTEBOOK + "\n# more");
        write("new.sql", "-- Databricks notebook source\nSELECT 1");
        delete("README.md");
        assertEquals(List.of("DELETED README.md", "MODIFIED etl.py", "ADDED new.sql"), changes(id));
        write("etl.py", NOTEBOOK);
        assertEquals(List.of("DELETED README.md", "ADDED new.sql"), changes(id));
    }

    @Test
    void aDiffShowsLines() {
        long id = cloned();
        write("lib/helper.py", "x = 1\ny = 2\n");
        write("data.bin", new byte[] {0, 1, 2});
        JsonNode diff = call("ada", "GET", id + "/diff?path=lib/helper.py", "");
        assertEquals("MODIFIED", diff.path("change").asText());
        assertTrue(diff.path("diff").asText().contains("+y = 2"), diff.toString());
        assertTrue(call("ada", "GET", id + "/diff?path=data.bin", "")
                .path("binary")
                .asBoolean());
        says(refused(404, "ada", "GET", id + "/diff?path=README.md", ""), "RESOURCE_DOES_NOT_EXIST", "README.md");
    }

    @Test
    void chosenFilesAreCommittedAndPushedInTheCallersName() {
        long id = cloned();
        String before = upstream.files("main").get("etl.py");
        write("lib/helper.py", "x = 2\n");
        write("new.py", "# Databricks notebook source\nprint(2)");
        write("later.txt", "later");
        delete("README.md");
        JsonNode after = call(
                "ada",
                "POST",
                id + "/commit",
                "{\"message\":\"Change it\",\"paths\":[\"lib/helper.py\",\"new.py\",\"README.md\"]}");
        assertEquals(upstream.head("main"), after.path("head_commit_id").asText());
        assertEquals("x = 2\n", upstream.text("main", "lib/helper.py"));
        assertEquals("# Databricks notebook source\nprint(2)", upstream.text("main", "new.py"));
        assertFalse(upstream.files("main").containsKey("README.md"));
        assertEquals(before, upstream.files("main").get("etl.py"));
        assertEquals("Change it", upstream.commitOf("main").getFullMessage());
        assertEquals("ada@tarn.test", upstream.commitOf("main").getAuthorIdent().getEmailAddress());
        assertEquals(List.of("ADDED later.txt"), changes(id));
        says(
                refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\",\"paths\":[\"etl.py\"]}"),
                "INVALID_PARAMETER_VALUE",
                "etl.py");
    }

    @Test
    void aFieldOfAnotherTypeChangesNothing() {
        long id = cloned();
        write("new.txt", "n");
        String before = upstream.head("main");
        for (String body : List.of(
                "{\"message\":\"m\",\"push\":\"no\"}",
                "{\"message\":\"m\",\"paths\":\"new.txt\"}",
                "{\"message\":\"m\",\"paths\":[]}",
                "{\"message\":7}",
                "{\"message\":\"m\",\"git_credential_id\":\"mine\"}")) {
            says(refused(400, "ada", "POST", id + "/commit", body), "INVALID_PARAMETER_VALUE", "'");
        }
        says(refused(400, "ada", "POST", id + "/pull", "{\"mode\":true}"), "INVALID_PARAMETER_VALUE", "mode");
        assertEquals(before, upstream.head("main"));
        assertEquals(List.of("ADDED new.txt"), changes(id));
    }

    @Test
    void aCommitIsByTheUserOfTheCredential() {
        ada.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider("gitHub")
                        .setPersonalAccessToken("t0k3n")
                        .setGitUsername("ada-at-host")
                        .setGitEmail("ada@host.test"));
        long id = cloned();
        write("a.txt", "a");
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertEquals("ada-at-host", upstream.commitOf("main").getAuthorIdent().getName());
        assertEquals(
                "ada@host.test", upstream.commitOf("main").getCommitterIdent().getEmailAddress());
    }

    @Test
    void aNotebookKeepsTheFormatThatItHasInTheRepository() {
        String jupyter = "{\"cells\":[],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":5}";
        upstream.commit("main", Map.of("note.ipynb", jupyter));
        long id = cloned();
        ada.workspace()
                .importContent(new Import()
                        .setPath(HOME + "/project/note")
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.PYTHON)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder().encodeToString(NOTEBOOK.getBytes(StandardCharsets.UTF_8))));
        assertEquals(List.of("MODIFIED note.ipynb"), changes(id));
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertTrue(upstream.text("main", "note.ipynb").contains("\"nbformat\""), "still Jupyter's format");
        assertEquals(List.of(), changes(id));
    }

    @Test
    void nothingIsCommittedIfTheHostHasMore() {
        long id = cloned();
        write("lib/helper.py", "x = 2\n");
        String theirs = upstream.commit("main", Map.of("theirs.txt", "t"));
        JsonNode refusal = refused(409, "ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        says(refusal, "GIT_CONFLICT", "Pull first");
        assertEquals(theirs, upstream.head("main"));
        assertEquals(List.of("MODIFIED lib/helper.py"), changes(id));
        assertEquals(
                "FAST_FORWARD",
                call("ada", "POST", id + "/pull", "").path("state").asText());
        assertEquals("t", text("theirs.txt"));
        assertEquals(List.of("MODIFIED lib/helper.py"), changes(id));
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertEquals("x = 2\n", upstream.text("main", "lib/helper.py"));
        assertEquals(
                "UP_TO_DATE",
                call("ada", "POST", id + "/pull", "{}").path("state").asText());
    }

    @Test
    void aPullThatWouldLoseChangesNamesThem() {
        long id = cloned();
        write("lib/helper.py", "x = 'mine'\n");
        upstream.commit("main", Map.of("lib/helper.py", "x = 'theirs'\n"));
        call("ada", "POST", id + "/fetch", "");
        assertEquals(List.of("MODIFIED lib/helper.py conflicting"), changes(id));
        assertEquals(1, call("ada", "GET", id + "/status", "").path("behind").asInt());
        says(refused(409, "ada", "POST", id + "/pull", ""), "GIT_CONFLICT", "lib/helper.py");
        assertEquals("x = 'mine'\n", text("lib/helper.py"));
        call("ada", "POST", id + "/discard", "{\"paths\":[\"lib/helper.py\"]}");
        call("ada", "POST", id + "/pull", "");
        assertEquals("x = 'theirs'\n", text("lib/helper.py"));
    }

    @Test
    void branchesThatDivergedAreMergedWhenThatIsAskedFor() {
        long id = cloned();
        write("lib/helper.py", "x = 2\n");
        call("ada", "POST", id + "/commit", "{\"message\":\"mine\",\"push\":false}");
        upstream.commit("main", Map.of("theirs.txt", "t"));
        assertEquals(1, call("ada", "GET", id + "/status", "").path("ahead").asInt());
        says(refused(409, "ada", "POST", id + "/push", ""), "GIT_CONFLICT", "Pull first");
        says(refused(409, "ada", "POST", id + "/pull", "{\"mode\":\"ff-only\"}"), "GIT_CONFLICT", "merge");
        fails(
                "GIT_CONFLICT",
                () -> ada.repos().update(new UpdateRepoRequest().setRepoId(id).setBranch("main")));
        assertEquals(
                "MERGED",
                call("ada", "POST", id + "/pull", "{\"mode\":\"merge\"}")
                        .path("state")
                        .asText());
        assertEquals("t", text("theirs.txt"));
        call("ada", "POST", id + "/push", "");
        assertEquals(2, upstream.commitOf("main").getParentCount());
        assertEquals("x = 2\n", upstream.text("main", "lib/helper.py"));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void aMergeThatConflictsChangesNothing() {
        long id = cloned();
        write("lib/helper.py", "x = 2\n");
        call("ada", "POST", id + "/commit", "{\"message\":\"mine\",\"push\":false}");
        upstream.commit("main", Map.of("lib/helper.py", "x = 3\n"));
        says(refused(409, "ada", "POST", id + "/pull", "{\"mode\":\"merge\"}"), "GIT_CONFLICT", "lib/helper.py");
        assertEquals("x = 2\n", text("lib/helper.py"));
        assertEquals(List.of(), changes(id));
    }

    @Test
    void discardingBringsBackWhatTheBranchHas() {
        long id = cloned();
        write("lib/helper.py", "x = 2\n");
        write("new/file.txt", "n");
        write("keep.txt", "k");
        delete("README.md");
        call("ada", "POST", id + "/discard", "{\"paths\":[\"lib/helper.py\",\"new/file.txt\"]}");
        assertEquals(List.of("DELETED README.md", "ADDED keep.txt"), changes(id));
        assertFalse(tree(HOME + "/project").containsKey("new"));
        call("ada", "POST", id + "/discard", "{}");
        assertEquals(List.of(), changes(id));
        assertEquals("# Hi\n", text("README.md"));
    }

    @Test
    void aNewBranchGoesToTheHostWithItsFirstCommit() {
        long id = cloned();
        write("lib/helper.py", "x = 2\n");
        assertEquals(
                "feature",
                call("ada", "POST", id + "/branches", "{\"name\":\"feature\"}")
                        .path("branch")
                        .asText());
        assertEquals(List.of("MODIFIED lib/helper.py"), changes(id));
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertEquals("x = 2\n", upstream.text("feature", "lib/helper.py"));
        assertEquals("x = 1\n", upstream.text("main", "lib/helper.py"));
        JsonNode branches = call("ada", "GET", id + "/branches", "").path("branches");
        assertEquals("feature", branches.path(0).path("name").asText());
        assertTrue(branches.path(0).path("current").asBoolean());
        says(refused(400, "ada", "POST", id + "/branches", "{\"name\":\"main\"}"), "RESOURCE_ALREADY_EXISTS", "main");
        says(refused(400, "ada", "POST", id + "/branches", "{\"name\":\"-x\"}"), "INVALID_PARAMETER_VALUE", "-x");
    }

    @Test
    void onATagNothingIsCommitted() {
        upstream.point("refs/tags/v1", upstream.head("main"));
        long id = cloned();
        ada.repos().update(new UpdateRepoRequest().setRepoId(id).setTag("v1"));
        write("a.txt", "a");
        says(refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\"}"), "INVALID_STATE", "tag");
        call("ada", "POST", id + "/branches", "{\"name\":\"from-tag\"}");
        call("ada", "POST", id + "/commit", "{\"message\":\"m\"}");
        assertEquals("a", upstream.text("from-tag", "a.txt"));
    }

    @Test
    void objectsThatWouldBeOneFileAreNamed() {
        long id = cloned();
        write("etl.txt", "x");
        ada.workspace()
                .importContent(new Import()
                        .setPath(HOME + "/project/etl.py")
                        .setFormat(ImportFormat.RAW)
                        .setContent(""));
        assertEquals(
                "etl.py",
                call("ada", "GET", id + "/status", "").path("colliding").path(0).asText());
        says(refused(409, "ada", "POST", id + "/commit", "{\"message\":\"m\"}"), "GIT_CONFLICT", "etl.py");
        upstream.commit("main", Map.of("theirs.txt", "t"));
        says(refused(409, "ada", "POST", id + "/pull", ""), "GIT_CONFLICT", "etl.py");
    }

    @Test
    void aFileOfGitsOwnIsNotCommitted() {
        long id = cloned();
        write(".GIT/config", "[core]\nhooksPath = /tmp\n");
        says(
                refused(400, "ada", "POST", id + "/commit", "{\"message\":\"m\"}"),
                "INVALID_PARAMETER_VALUE",
                ".GIT/config");
    }
}
