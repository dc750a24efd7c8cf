package import NewsModel

extension Feed {
    /// Whether its document ended in the middle, as one does whose server broke off where nobody could notice.
    package var breaksOff: Bool {
        warnings.contains { $0.message.hasPrefix(Fault.truncated.message) }
    }
}
