package dev.kept.local.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * The main class of the DynamoDB Local process: serves it on loopback, prints the port and ends when its standard input does.
 *
 * <p>Its own launcher listens on every interface and reports use to its maker. By reflection only, since the licence of
 * DynamoDB Local forbids compiling together with it; this class may therefore use nothing but the JDK.
 */
final class LoopbackDynamoDb {
    private static final String SERVICES = "software.amazon.dynamodb.services.local.server.";

    private LoopbackDynamoDb() {}

    /**
     * Serves until its standard input ends.
     *
     * @param arguments the port, or nothing for any
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        System.out.println("port " + serve(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0])));
        System.out.flush();
        // The system closes the pipe whichever way the parent ends, so this process can never be left behind.
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static int serve(int port) throws ReflectiveOperationException {
        Object requests = type(SERVICES + "LocalDynamoDBRequestHandler")
                .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                .newInstance(0, true, null, true, false);
        Object handler = type(SERVICES + "LocalDynamoDBServerHandler")
                .getConstructor(type(SERVICES + "DynamoDBRequestHandler"), String.class)
                .newInstance(requests, null);
        Class<?> serverType = type("org.eclipse.jetty.server.Server");
        Object server = serverType
                .getConstructor(InetSocketAddress.class)
                .newInstance(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        serverType
                .getMethod("setHandler", type("org.eclipse.jetty.server.Handler"))
                .invoke(server, handler);
        serverType.getMethod("start").invoke(server);
        Object connector = Array.get(serverType.getMethod("getConnectors").invoke(server), 0);
        return (int) type("org.eclipse.jetty.server.ServerConnector")
                .getMethod("getLocalPort")
                .invoke(connector);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
