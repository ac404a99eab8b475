"""The whole life of an endpoint by Microsoft's SDK for Python. Takes JSON on standard input (resourceManager, entra, control and
the names of dev/azure/demo.ts) and prints what it saw, step by step, as JSON."""

import json
import sys
from urllib.request import Request, urlopen

from azure.core.exceptions import ResourceNotFoundError
from azure.identity import ClientSecretCredential
from azure.mgmt.dashboard import DashboardManagementClient

given = json.load(sys.stdin)
names = (given["resourceGroup"], given["workspace"], "python")
credential = ClientSecretCredential(
    given["tenantId"],
    given["clientId"],
    given["clientSecret"],
    authority=given["entra"],
    disable_instance_discovery=True,
)
client = DashboardManagementClient(
    credential,
    given["subscriptionId"],
    base_url=given["resourceManager"],
    credential_scopes=[f"{given['resourceManager']}/.default"],
    polling_interval=0.1,
)
endpoints = client.managed_private_endpoints


def seen(endpoint):
    properties = endpoint.properties
    state = properties.connection_state
    return {
        "provisioningState": properties.provisioning_state,
        "state": state and state.status,
        "ip": properties.private_link_service_private_ip,
        "tags": endpoint.tags,
    }


def approve():
    path = f"/workspaces/{given['workspace']}/endpoints/python/connection"
    body = json.dumps({"status": "Approved", "description": "OK"}).encode()
    urlopen(Request(given["control"] + path, body, {"Content-Type": "application/json"}, method="PUT")).close()


steps = {}
body = {
    "location": "westeurope",
    "tags": {"team": "metrics"},
    "properties": {
        "privateLinkResourceId": given["targetId"],
        "privateLinkServiceUrl": "payments.contoso.com",
        "requestMessage": "Python asks",
    },
}
steps["created"] = seen(endpoints.begin_create(*names, body).result())
approve()
steps["beforeRefresh"] = seen(endpoints.get(*names))
client.managed_private_endpoints.begin_refresh(*names[:2]).result()
steps["refreshed"] = seen(endpoints.get(*names))
endpoints.begin_update(*names, {"tags": {"team": "payments"}}).result()
steps["updated"] = seen(endpoints.get(*names))
steps["listed"] = "python" in [endpoint.name for endpoint in endpoints.list(*names[:2])]
endpoints.begin_delete(*names).result()
try:
    endpoints.get(*names)
    steps["deleted"] = False
except ResourceNotFoundError:
    steps["deleted"] = True
json.dump(steps, sys.stdout)
