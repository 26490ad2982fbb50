package dev.kept.local.template;

import dev.kept.local.template.Api.Authorizer;
import dev.kept.local.template.Api.GatewayResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code AWS::Serverless::Api}; its routes are the functions' events. */
final class ApiReader {
    Api read(String id, Part part) {
        part.without(
                "Description", "Name", "EndpointConfiguration", "TracingEnabled", "MethodSettings", "Tags", "Cors");
        part.without(
                "AccessLogSetting", "MinimumCompressionSize", "OpenApiVersion", "Models", "Domain", "AlwaysDeploy");
        part.without(
                "DisableExecuteApiEndpoint", "CacheClusterEnabled", "Variables", "CanarySetting", "FailOnWarnings");
        var authorizers = authorizers(part);
        var responses = new LinkedHashMap<String, GatewayResponse>();
        part.partOrEmpty("GatewayResponses").each().forEach((type, answer) -> responses.put(type, response(answer)));
        var binary = Set.copyOf(part.texts("BinaryMediaTypes").stream()
                .map(type -> type.replace("~1", "/"))
                .toList());
        var api = new Api(id, part.text("StageName"), authorizers, responses, binary);
        part.end();
        return api;
    }

    /** The authorizer of the routes that name none. */
    static Optional<String> defaultAuthorizer(Part part) {
        return part.partOrEmpty("Auth").find("DefaultAuthorizer");
    }

    private static Map<String, Authorizer> authorizers(Part part) {
        var auth = part.partOrEmpty("Auth").without("DefaultAuthorizer", "AddDefaultAuthorizerToCorsPreflight");
        auth.without("AddApiKeyRequiredToCorsPreflight", "UsagePlan");
        var authorizers = new LinkedHashMap<String, Authorizer>();
        auth.partOrEmpty("Authorizers").each().forEach((name, authorizer) -> {
            authorizer.without("FunctionInvokeRole", "AuthorizationScopes");
            authorizer.only("FunctionPayloadType", "REQUEST");
            if (!authorizer.has("FunctionPayloadType")) {
                authorizer.fault("FunctionPayloadType", "is missing: only REQUEST is supported");
            }
            var identity = authorizer.partOrEmpty("Identity");
            if (identity.number("ReauthorizeEvery", 300) != 0) {
                identity.fault("ReauthorizeEvery", "has to be 0: the local run keeps no answer of an authorizer");
            }
            authorizers.put(
                    name, new Authorizer(authorizer.text("FunctionArn"), Set.copyOf(identity.texts("Headers"))));
            identity.end();
            authorizer.end();
        });
        auth.end();
        return authorizers;
    }

    private static GatewayResponse response(Part part) {
        var parameters = part.partOrEmpty("ResponseParameters");
        var headers = new LinkedHashMap<String, String>();
        // a value in single quotes is meant as it stands
        parameters
                .partOrEmpty("Headers")
                .texts()
                .forEach((name, value) -> headers.put(name, value.replaceAll("^'(.*)'$", "$1")));
        parameters.end();
        var response = new GatewayResponse(
                part.find("StatusCode").map(Integer::valueOf),
                headers,
                part.partOrEmpty("ResponseTemplates").texts());
        part.end();
        return response;
    }
}
