package org.shiftscope.server.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page's websocket, opened by a program as a page opens it.
 *
 * @param server its address
 * @param cookie that the program sends; empty for none
 */
record OpenPush(URI server, String cookie) {

  private static final String PUSH =
      "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=none"
          + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=websocket";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The status of the refusal; 101 where it is opened. */
  int status() {
    return status(PUSH);
  }

  /** The same of an address that pages do not ask for. */
  int status(String address) {
    try {
      open(address, _ -> {}).abort();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse().statusCode();
      }
      throw refused;
    }
  }

  /**
   * What came back of one and the same message.
   *
   * @param bySocket within two seconds
   * @param byRequest after it was sent again as pages send it
   */
  record Answers(String bySocket, String byRequest) {}

  /** Opens a page, and goes to another one by a message as a click sends it. */
  Answers go(String route) throws IOException, InterruptedException {
    var opened = send("/?v-r=init&location=&query=", cookie, BodyPublishers.noBody());
    String pages =
        opened.headers().allValues("Set-Cookie").stream()
            .map(each -> each.substring(0, each.indexOf(';')))
            .reduce(cookie, (all, each) -> all + "; " + each);
    JsonNode page = JsonMapper.shared().readTree(opened.body());
    String message =
        """
        {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
         "event": "ui-navigate", "data": {"route": "%s", "query": "", "appShellTitle": "",
         "historyState": {}, "trigger": ""}}]}
        """
            .formatted(text(page, "Vaadin-Security-Key"), route)
            .strip();
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    WebSocket socket =
        new OpenPush(server, pages)
            .open(PUSH.replace("none", text(page, "Vaadin-Push-ID")), heard::add);
    socket.sendText(message.length() + "|" + message, true).join();
    var said = new StringBuilder();
    for (String part = heard.poll(2, TimeUnit.SECONDS);
        part != null;
        part = heard.poll(2, TimeUnit.SECONDS)) {
      said.append(part);
    }
    socket.abort();
    var asked = send("/?v-r=uidl&v-uiId=0", pages, BodyPublishers.ofString(message));
    return new Answers(said.toString(), asked.body());
  }

  private HttpResponse<String> send(String path, String cookies, BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Cookie", cookies)
            .header("Content-Type", "application/json; charset=UTF-8")
            .method(body.contentLength() == 0 ? "GET" : "POST", body)
            .build(),
        BodyHandlers.ofString());
  }

  private static String text(JsonNode page, String name) {
    JsonNode found = page.findValue(name);
    if (found == null) {
      throw new AssertionError("There is no " + name + " in " + page);
    }
    return found.asString();
  }

  /** What hears. */
  private interface Heard {
    void said(String text);
  }

  private WebSocket open(String asked, Heard heard) {
    String address = server.toString().replaceFirst("^http", "ws") + asked;
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    return builder.buildAsync(URI.create(address), new Listen(heard)).join();
  }

  private record Listen(Heard heard) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.said(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.said("closed " + status);
      return WebSocket.Listener.super.onClose(socket, status, reason);
    }
  }
}
