using VstrsBot.Cards.Model;

namespace VstrsBot.Cards.Views;

/// <summary>What is on screen, and nothing else: texts and times already formatted. It can draw itself.</summary>
public interface ICardView
{
    AdaptiveCard Render();
}

/// <summary>May stand in a message, which Teams copies and keeps: holds nothing about the customer.</summary>
public interface IMessageView : ICardView;

/// <summary>May only be the answer to an invoke: can hold what is known of the customer.</summary>
public interface IAnswerView : ICardView;

/// <summary>Says that authority is live: stands only where it can be taken away when the call ends.</summary>
public interface IAuthorityView : ICardView;
