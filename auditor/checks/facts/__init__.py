"""What is known of people, whatever the references say."""
