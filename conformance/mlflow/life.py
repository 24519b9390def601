"""A model's whole life by MLflow's own client, as two users; run by test_mlflow.py with each version of MLflow that is supported.

Needs MLFLOW_TRACKING_URI, OWNER_TOKEN and GUEST_TOKEN, and GUEST_NAME for permissions; prints "life: ok" at the end.
"""

import math
import os
import pathlib
import tempfile
import time
import urllib.request
import json

import mlflow
import numpy
import pandas
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException, RestException
from sklearn.linear_model import LogisticRegression

os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "1"
URI = os.environ["MLFLOW_TRACKING_URI"]
NAME = f"life_{time.time_ns()}"
X = pandas.DataFrame({"x": [0.0, 1.0, 2.0, 3.0]})
Y = numpy.array([0, 0, 1, 1])


def become(token: str) -> MlflowClient:
    os.environ["MLFLOW_TRACKING_TOKEN"] = os.environ[token]
    return MlflowClient()


def refused(code: str, work) -> str:
    try:
        work()
    except (RestException, MlflowException) as error:
        assert error.error_code == code, error
        return str(error)
    raise AssertionError(f"not refused with {code}")


def api(method: str, path: str, body: dict) -> dict:
    request = urllib.request.Request(
        URI + path,
        data=json.dumps(body).encode(),
        method=method,
        headers={"Authorization": f"Bearer {os.environ['OWNER_TOKEN']}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"{}")


def permit(kind: str, identifier: str, level: str) -> None:
    api(
        "PATCH",
        f"/api/2.0/permissions/{kind}/{identifier}",
        {"access_control_list": [{"service_principal_name": os.environ["GUEST_NAME"], "permission_level": level}]},
    )


def tracking(client: MlflowClient) -> tuple[str, str]:
    experiment = client.create_experiment(NAME, tags={"team": "blue"})
    mlflow.set_experiment(NAME)
    with mlflow.start_run(run_name="parent") as run:
        mlflow.log_params({"lr": 0.1, "depth": 3})
        for step in range(3):
            mlflow.log_metric("acc", step / 10, step=step)
        mlflow.log_metric("nan", math.nan)
        mlflow.log_metric("inf", math.inf)
        mlflow.log_input(mlflow.data.from_pandas(X, name="points"), context="training")
        mlflow.log_text("hello", "notes/a.txt")
        with mlflow.start_run(run_name="child", nested=True):
            mlflow.log_metric("acc", 0.9)
    found = client.get_run(run.info.run_id)
    assert found.data.metrics["acc"] == 0.2 and math.isnan(found.data.metrics["nan"])
    assert found.data.metrics["inf"] == math.inf
    assert found.inputs.dataset_inputs[0].dataset.name == "points"
    history = client.get_metric_history(run.info.run_id, "acc")
    assert [(point.step, point.value) for point in history] == [(0, 0.0), (1, 0.1), (2, 0.2)]

    def names(text, order=("metrics.acc DESC",)):
        return [r.info.run_name for r in client.search_runs([experiment], text, order_by=list(order))]

    assert names("") == ["child", "parent"]
    assert names("params.lr = '0.1' and metrics.acc > 0.15") == ["parent"]
    assert names("tags.mlflow.parentRunId = '%s'" % run.info.run_id) == ["child"]
    assert names("datasets.name = 'points'") == ["parent"]
    assert names("attributes.run_name LIKE 'ch%'") == ["child"]
    refused("INVALID_PARAMETER_VALUE", lambda: names("metrics.acc > 1 OR 1 = 1"))
    refused("INVALID_PARAMETER_VALUE", lambda: client.log_param(run.info.run_id, "lr", "0.2"))
    refused("INVALID_PARAMETER_VALUE", lambda: client.log_metric(run.info.run_id, "a//b", 1.0))
    refused("RESOURCE_ALREADY_EXISTS", lambda: client.create_experiment(NAME))
    assert [f.path for f in client.list_artifacts(run.info.run_id, "notes")] == ["notes/a.txt"]
    assert mlflow.artifacts.load_text(run.info.artifact_uri + "/notes/a.txt") == "hello"
    big = pathlib.Path(tempfile.mkdtemp()) / "big.bin"
    big.write_bytes(os.urandom(3_000_000))
    client.log_artifact(run.info.run_id, str(big))
    copy = client.download_artifacts(run.info.run_id, "big.bin", str(tempfile.mkdtemp()))
    assert pathlib.Path(copy).read_bytes() == big.read_bytes()
    return experiment, run.info.run_id


def autologged(client: MlflowClient) -> str:
    mlflow.sklearn.autolog(log_models=False)
    with mlflow.start_run(run_name="trained") as run:
        fitted = LogisticRegression().fit(X, Y)
        signature = mlflow.models.infer_signature(X, fitted.predict(X))
        mlflow.sklearn.log_model(fitted, artifact_path="model", signature=signature)
    mlflow.sklearn.autolog(disable=True)
    found = client.get_run(run.info.run_id)
    assert found.data.params["fit_intercept"] == "True" and "training_score" in found.data.metrics
    return run.info.run_id


def registry(client: MlflowClient, run: str) -> None:
    first = mlflow.register_model(f"runs:/{run}/model", NAME)
    second = mlflow.register_model(f"runs:/{run}/model", NAME)
    assert (int(first.version), int(second.version)) == (1, 2)
    client.set_registered_model_alias(NAME, "champion", "1")
    client.set_registered_model_alias(NAME, "champion", "2")
    assert int(client.get_model_version_by_alias(NAME, "champion").version) == 2
    client.set_model_version_tag(NAME, "1", "checked", "yes")
    found = client.search_model_versions(f"name = '{NAME}' and tags.checked = 'yes'")
    assert [int(version.version) for version in found] == [1]
    client.transition_model_version_stage(NAME, "1", "Production")
    client.transition_model_version_stage(NAME, "2", "Production", archive_existing_versions=True)
    assert client.get_model_version(NAME, "1").current_stage == "Archived"
    for uri in (f"models:/{NAME}/1", f"models:/{NAME}@champion", f"models:/{NAME}/Production", f"models:/{NAME}/latest"):
        assert list(mlflow.pyfunc.load_model(uri).predict(X)) == list(Y)
    periods = api("GET", f"/api/2.0/mlflow/registered-models/alias-history?name={NAME}", {})["alias_history"]
    assert [(period["version"], "until" in period) for period in periods] == [("1", True), ("2", False)]
    refused("INVALID_PARAMETER_VALUE", lambda: client.set_registered_model_alias(NAME, "v1", "1"))


def guest(experiment: str, run: str) -> None:
    client = become("GUEST_TOKEN")
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_run(run))
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_registered_model(NAME))
    assert client.search_runs([experiment]) == []
    permit("registered-models", model_id(), "CAN_READ")
    assert list(mlflow.pyfunc.load_model(f"models:/{NAME}@champion").predict(X)) == list(Y)
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_run(run))
    refused("PERMISSION_DENIED", lambda: client.set_registered_model_alias(NAME, "champion", "1"))
    permit("experiments", experiment, "CAN_READ")
    assert client.get_run(run).info.run_id == run
    refused("PERMISSION_DENIED", lambda: client.set_tag(run, "a", "b"))
    permit("experiments", experiment, "CAN_EDIT")
    client.set_tag(run, "a", "b")
    refused("PERMISSION_DENIED", lambda: client.delete_experiment(experiment))


def model_id() -> str:
    answer = api("GET", f"/api/2.0/mlflow/databricks/registered-models/get?name={NAME}", {})
    return answer["registered_model_databricks"]["id"]


def end(experiment: str, run: str) -> None:
    client = become("OWNER_TOKEN")
    client.delete_run(run)
    assert client.get_run(run).info.lifecycle_stage == "deleted"
    client.restore_run(run)
    for version in ("1", "2"):
        client.transition_model_version_stage(NAME, version, "Archived")
    client.delete_experiment(experiment)
    refused("RESOURCE_ALREADY_EXISTS", lambda: client.create_experiment(NAME))
    api("POST", "/api/2.0/mlflow/experiments/purge", {"experiment_id": experiment})
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_run(run))
    assert list(mlflow.pyfunc.load_model(f"models:/{NAME}/1").predict(X)) == list(Y), "a version outlives its run"
    client.delete_registered_model(NAME)
    refused("RESOURCE_DOES_NOT_EXIST", lambda: client.get_registered_model(NAME))
    client.create_experiment(NAME)


def main() -> None:
    client = become("OWNER_TOKEN")
    experiment, run = tracking(client)
    trained = autologged(client)
    registry(client, trained)
    guest(experiment, run)
    end(experiment, run)
    print("life: ok", mlflow.__version__)


if __name__ == "__main__":
    main()
