import Foundation
import HTTPTransport
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

    /// Gets what `request` names. A server that can't stand to be asked whether anything is new is asked once more for the
    /// whole: otherwise it would fail every night from the second on.
    func get<Value: Sendable>(
        _ request: FetchRequest, progress: FetchProgress,
        reading: @escaping @Sendable (ResponseHead, BoundedBody) async throws -> (Value, bodyHash: String)
    ) async throws(FetchFailure) -> ParsedResponse<Value> {
        do {
            return try await fetcher.get(request, progress: progress, reading: reading)
        } catch {
            // Where a record is read nothing is remembered, but it holds both answers.
            let isAskedAgain = request.validators != nil || isRecordedAgain(request.url)
            guard isAskedAgain, error.mayBeOfConditions else { throw error }
            var whole = request
            whole.validators = nil
            var answer = try await fetcher.get(whole, progress: progress, reading: reading)
            answer.isAskedAgain = true
            return answer
        }
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
    /// - Returns: with a note where the whole was asked for although there were validators.
    func cacheUpdate<Value>(
        from answer: ParsedResponse<Value>, bodyHash: String?, hints: FeedHints? = nil, isComparable: Bool = true
    ) -> CacheUpdate {
        var update = CacheUpdate(hints: hints, permanentRedirect: answer.permanentRedirect)
        update.pause = pause(after: answer.head, hints: hints ?? memory.hints)
        guard answer.value == nil || bodyHash != nil else { return update }
        update.bodyHash = bodyHash
        update.validators = answer.head.validators(or: answer.value == nil ? memory.validators : nil)
        if answer.isAskedAgain {
            update.hasFalseValidators = true
            update.note = Self.noteOnWrongAnswers
            return update
        }
        guard let bodyHash, isComparable, isAskedWhole else { return update }
        let isChanged = memory.bodyHash.map { $0 != bodyHash } ?? false
        let isSameName = update.validators != nil && update.validators == memory.validators
        update.hasFalseValidators = isSameName && (isChanged || memory.hasFalseValidators)
        update.note = noteOnTheWhole(update.hasFalseValidators)
        return update
    }

    private static let noteOnWrongAnswers =
        "asked for the whole, since its server answers wrongly when asked whether anything is new"

    /// What to say of a source that was asked for the whole although it names validators.
    private func noteOnTheWhole(_ hasFalseValidators: Bool) -> String? {
        guard let since = memory.unbelievedSince(at: fetcher.began) else {
            return hasFalseValidators ? Self.noteOnWrongAnswers : nil
        }
        let days = Int((fetcher.began.timeIntervalSince(since) / 86_400).rounded())
        let span = days > 0 ? "said 304 for \(days) days" : "said 304 since a date that is yet to come"
        return hasFalseValidators
            ? "its server \(span), though it had something new: from now on it is asked for the whole"
            : "asked for the whole, since its server \(span)"
    }
}
