import NewsModel
import Parallelism
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
        guard feeds.withLock({ !$0.isEmpty }) else { return }
        // There, so that nobody here is the last to hold them.
        _ = Aside { self.feeds.withLock { $0 = [] } }
    }
}
