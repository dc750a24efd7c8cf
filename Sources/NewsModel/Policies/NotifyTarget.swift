/// Who is told of a run: an entry of `notify` in the configuration.
package enum NotifyTarget: Sendable, Hashable {
    /// A WebSub hub.
    case webSub(hub: String)
    /// An address that gets messages.
    case webhook(WebhookTarget)
    /// An address that is asked after success only, so that its owner notices where it is not.
    case heartbeat(url: String)
}

/// An address that gets a message for each of some events.
package struct WebhookTarget: Sendable, Hashable {
    package var url: String
    /// What messages are signed with (Standard Webhooks).
    package var secret: Secret?
    package var events: Set<WebhookEvent> = [.edition]
    package var format = WebhookFormat.standard
    /// The user's own template of the body, as text.
    package var template: String?

    package init(url: String) {
        self.url = url
    }
}

/// What a webhook may hear of: `on` in the configuration.
package enum WebhookEvent: String, Sendable, Hashable, CaseIterable {
    /// An edition was published.
    case edition
    /// Sources have failed on three nights in a row.
    case broken
    /// Such sources answer again.
    case recovered
}

/// What the body of a webhook's message looks like.
package enum WebhookFormat: String, Sendable, Hashable, CaseIterable {
    /// JSON as Standard Webhooks describes it: `type`, `timestamp`, `data`.
    case standard
    /// `{"text": …}`, which Slack, Mattermost and Rocket.Chat read.
    case slack
    /// `{"content": …}`.
    case discord
    /// A line of text, with title and link in header fields.
    case ntfy
}

/// What a message to a receiver is about.
package enum NotificationEvent: String, Sendable, Hashable, CaseIterable {
    case edition, broken, recovered
    /// The feeds of the site have changed, for a hub.
    case feeds
    case heartbeat
}
