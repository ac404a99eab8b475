"""Reads the words of `az grafana managed-private-endpoint create` as Azure CLI does: from JSON on standard input, a list of
lists of words, to JSON on standard output, a list of what it understood or of {"error"}.

The options are those of the extension amg, which no package registry has; what reads their values is Azure CLI's own.
"""

import argparse
import json
import sys

from azure.cli.core.aaz import AAZArgumentsSchema, AAZDictArg, AAZListArg, AAZStrArg
from azure.cli.core.aaz._arg_action import AAZArgActionOperations
from azure.cli.core.commands import _expand_file_prefixed_files

TEXTS = {
    "name": "--name",
    "location": "--location",
    "targetId": "--private-link-resource-id",
    "targetRegion": "--private-link-resource-region",
    "domainName": "--private-link-service-url",
    "requestMessage": "--request-message",
    "subscription": "--subscription",
    "resourceGroup": "--resource-group",
    "workspace": "--workspace-name",
}


def arguments():
    schema = AAZArgumentsSchema()
    for name, option in TEXTS.items():
        setattr(schema, name, AAZStrArg(options=[option]))
    schema.subResources = AAZListArg(options=["--group-ids"])
    schema.subResources.Element = AAZStrArg()
    schema.tags = AAZDictArg(options=["--tags"])
    schema.tags.Element = AAZStrArg()
    return schema


def read(words):
    schema = arguments()
    parser = argparse.ArgumentParser(exit_on_error=False, allow_abbrev=False)
    for name, option in {**TEXTS, "subResources": "--group-ids", "tags": "--tags"}.items():
        settings = getattr(schema, name).to_cmd_arg(name).type.settings
        parser.add_argument(option, dest=name, nargs=settings.get("nargs"), action=settings["action"])
    given = parser.parse_args(_expand_file_prefixed_files(words))
    values = schema()
    for name, operations in vars(given).items():
        if isinstance(operations, AAZArgActionOperations):
            operations.apply(values, name)
    return values.to_serialized_data()


def answer(words):
    try:
        return read(words)
    except BaseException as error:  # argparse and the help of "??" end the process
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([answer(words) for words in json.load(sys.stdin)], sys.stdout)
