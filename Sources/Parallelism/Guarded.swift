#if THREAD_SANITIZER
    import Foundation
#else
    package import Synchronization
#endif

/// A value behind a lock, for what cannot wait for an actor.
///
/// It is the standard library's `Mutex`. The thread sanitizer does not see that one's own futex on Linux, and would tell a
/// race wherever it guards: in such builds (`make sanitize`) it is a lock of the system's, which the sanitizer knows.
/// That it can be sent is unchecked: nothing but the lock reaches the value.
package struct Guarded<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    #if THREAD_SANITIZER
        private let storage: LockedStorage<Value>

        package init(_ value: consuming sending Value) {
            storage = LockedStorage(value)
        }

        package borrowing func withLock<Result: ~Copyable, Failure: Error>(
            _ body: (inout sending Value) throws(Failure) -> sending Result
        ) throws(Failure) -> sending Result {
            pthread_mutex_lock(storage.mutex)
            defer { pthread_mutex_unlock(storage.mutex) }
            return try body(&storage.value)
        }
    #else
        @usableFromInline let mutex: Mutex<Value>

        @inlinable package init(_ value: consuming sending Value) {
            mutex = Mutex(value)
        }

        @inlinable package borrowing func withLock<Result: ~Copyable, Failure: Error>(
            _ body: (inout sending Value) throws(Failure) -> sending Result
        ) throws(Failure) -> sending Result {
            try mutex.withLock(body)
        }
    #endif
}

#if THREAD_SANITIZER
    /// The lock's own place in memory, which must not move.
    private final class LockedStorage<Value: ~Copyable> {
        let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        var value: Value

        init(_ value: consuming Value) {
            self.value = value
            mutex.initialize(to: pthread_mutex_t())
            pthread_mutex_init(mutex, nil)
        }

        deinit {
            pthread_mutex_destroy(mutex)
            mutex.deallocate()
        }
    }
#endif
