import Dispatch
import Synchronization

/// A value that another core makes while whoever will want it does something else. Like ``Parallel`` it is for those
/// who can't suspend, and so a queue of Dispatch and no task.
package final class Aside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let made = Mutex<Value?>(nil)

    /// Begins to make it.
    package init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: group) {
            let value = make()
            self.made.withLock { $0 = value }
        }
    }

    /// The value; waits until it is made.
    package var value: Value {
        group.wait()
        guard let value = made.withLock({ $0 }) else { preconditionFailure("what was waited for is made") }
        return value
    }
}
