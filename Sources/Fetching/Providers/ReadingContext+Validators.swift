import Foundation
import NewsModel

extension ReadingContext {
    /// What a conditional request carries: nothing where the server was found to name the same validators for different
    /// bodies, or where it has answered 304 for so long that it has to be seen whether it still says so of the whole.
    var validators: Validators? {
        isAskedWhole ? nil : memory.validators
    }

    private var isAskedWhole: Bool {
        memory.hasFalseValidators || memory.unbelievedSince(at: fetcher.began) != nil
    }

    /// What to remember of an answer: validators of the same answer as the body that they stand for, or of the 304 that
    /// confirms it, which need not repeat what still holds (RFC 9111 §4.3.4).
    ///
    /// - Parameters:
    ///   - answer: with a body or without.
    ///   - bodyHash: of what was read of it; `nil` for none, and for a body that broke off, which must not be taken for the
    ///     whole next time.
    ///   - hints: what its feed says about when to ask again.
    ///   - isComparable: whether the remembered hash is one of the same kind.
    func cacheUpdate<Value>(
        from answer: ParsedResponse<Value>, bodyHash: String?, hints: FeedHints? = nil, isComparable: Bool = true
    ) -> CacheUpdate {
        var update = CacheUpdate(hints: hints, permanentRedirect: answer.permanentRedirect)
        update.pause = pause(after: answer.head, hints: hints ?? memory.hints)
        guard answer.value == nil || bodyHash != nil else { return update }
        update.bodyHash = bodyHash
        update.validators = answer.head.validators(or: answer.value == nil ? memory.validators : nil)
        guard let bodyHash, isComparable, isAskedWhole else { return update }
        let isChanged = memory.bodyHash.map { $0 != bodyHash } ?? false
        let isSameName = update.validators != nil && update.validators == memory.validators
        update.hasFalseValidators = isSameName && (isChanged || memory.hasFalseValidators)
        update.note = noteOnTheWhole(update.hasFalseValidators)
        return update
    }

    /// What to say of a source that was asked for the whole although it names validators.
    private func noteOnTheWhole(_ hasFalseValidators: Bool) -> String? {
        guard let since = memory.unbelievedSince(at: fetcher.began) else {
            return hasFalseValidators ? "asked for the whole, since its server says 304 whatever changed" : nil
        }
        let days = Int((fetcher.began.timeIntervalSince(since) / 86_400).rounded())
        let span = days > 0 ? "said 304 for \(days) days" : "said 304 since a date that is yet to come"
        return hasFalseValidators
            ? "its server \(span), though it had something new: from now on it is asked for the whole"
            : "asked for the whole, since its server \(span)"
    }
}
