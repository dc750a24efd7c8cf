import Dispatch
import NewsModel
import Synchronization

/// What was read of answers that were given up at the deadline.
///
/// To let go of tens of thousands of entries takes longer than a batch may go on: they are kept until it is over.
final class Remains: Sendable {
    private let feeds = Mutex<[Feed]>([])

    func keep(_ feed: Feed) {
        feeds.withLock { $0.append(feed) }
    }

    /// Lets go of all, on another core.
    func letGo() {
        let feeds = feeds.withLock { feeds in
            defer { feeds = [] }
            return feeds
        }
        guard !feeds.isEmpty else { return }
        DispatchQueue.global().async { withExtendedLifetime(feeds) {} }
    }
}
